-- $1 day, $2 zones with all below them, null for all, $3 statuses of the stock, $4 age or use, $5 the age in years or the use; null is the use that is not known;
-- $6, $7 day and parcel after which the page begins, $8 how many. The parcels of the stock behind a figure, the last to enter their status first.
select q.parcel_id, q.parcel_id, p.code, p.name, q.zone_id, q.status, q.area_square_metres, q.status_since, $1 - q.status_since, null::numeric, null::bigint, null::text, null::bigint
from registry.parcel_period q
join registry.parcel p on p.id = q.parcel_id
cross join lateral (select extract(year from age($1::timestamp, q.status_since::timestamp))::integer as years) y
where q.from_on <= $1 and q.to_on > $1 and q.status = any ($3)
  and ($2::bigint[] is null or q.zone_id = any ($2))
  and case when $4 = 'use' then q.land_use_code is not distinct from $5
           else $5 = (case when y.years >= 5 then 5 when y.years >= 3 then 3 else y.years end)::text end
  and ($6::date is null or (q.status_since, q.parcel_id) < ($6, $7::bigint))
order by q.status_since desc, q.parcel_id desc
limit $8
