-- Occupied parcels with all who are on them on a day, a row for each. $1 day, $2 the zones that may be seen, null for all
select p.id, p.area_square_metres, o.enterprise_id, o.role
from registry.occupancy o
join registry.parcel p on p.id = o.parcel_id and p.ended_on is null
where not o.withdrawn and ($2::bigint[] is null or p.zone_id = any ($2)) and (o.from_on is null or o.from_on <= $1) and (o.to_on is null or o.to_on >= $1)
order by p.id
