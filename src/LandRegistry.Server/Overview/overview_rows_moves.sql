-- $1 day, $2 zones with all below them, null for all, $3 the day after which moves are counted, $4 moves as from>to; $5, $6 day and parcel after which the page begins, $7 how many.
-- The moves behind a figure, the last first: where each parcel went, and how many days it had stood in the status that it left.
select a.parcel_id, a.parcel_id, p.code, p.name, a.zone_id, b.status, a.area_square_metres, a.to_on, a.to_on - a.status_since, null::numeric, null::bigint, null::text, null::bigint
from registry.parcel_period a
join registry.parcel_period b on b.parcel_id = a.parcel_id and b.from_on = a.to_on and b.status <> a.status
join registry.parcel p on p.id = a.parcel_id
where a.to_on > $3 and a.to_on <= $1 and a.to_on < 'infinity' and a.status || '>' || b.status = any ($4)
  and ($2::bigint[] is null or a.zone_id = any ($2))
  and ($5::date is null or (a.to_on, a.parcel_id) < ($5, $6::bigint))
order by a.to_on desc, a.parcel_id desc
limit $7
