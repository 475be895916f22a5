-- $1 day, $2 zones with all below them, null for all, $3 statuses of the stock. The stock by use and by full years in its status.
select q.land_use_code,
       case when y.years >= 5 then 5 when y.years >= 3 then 3 else y.years end as age,
       count(*), coalesce(sum(q.area_square_metres), 0)
from registry.parcel_period q
cross join lateral (select extract(year from age($1::timestamp, q.status_since::timestamp))::integer as years) y
where q.from_on <= $1 and q.to_on > $1 and q.status = any ($3)
  and ($2::bigint[] is null or q.zone_id = any ($2))
group by 1, 2
