-- $1 day, $2 zones with all below them, null for all, $3 kind of line; $4, $5 day and line after which the page begins, $6 how many. The lines of the ledger behind a sum, the last first.
select l.id, l.parcel_id, p.code, p.name, p.zone_id, coalesce(q.status, p.status), coalesce(q.area_square_metres, p.area_square_metres), l.on_day, null::integer, l.amount_yuan,
       null::bigint, null::text, null::bigint
from registry.money_line l
join registry.parcel p on p.id = l.parcel_id
left join registry.parcel_period q on q.parcel_id = l.parcel_id and q.from_on <= $1 and q.to_on > $1
where not l.withdrawn and l.on_day <= $1 and l.kind = $3
  and ($2::bigint[] is null or p.zone_id = any ($2))
  and ($4::date is null or (l.on_day, l.id) < ($4, $5::bigint))
order by l.on_day desc, l.id desc
limit $6
