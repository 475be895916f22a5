-- $1 day, $2 zones with all below them, null for all. Parcels by zone and status.
select c.zone_id, c.status, sum(c.parcel_count)::bigint, sum(c.area_square_metres)
from registry.counts_as_of($1) c
where $2::bigint[] is null or c.zone_id = any ($2)
group by 1, 2
order by 1, 2
