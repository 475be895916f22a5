-- $1 day, $2 zones. Parcels by zone and status.
select c.zone_id, c.status, sum(c.parcel_count)::bigint, sum(c.area_square_metres)
from registry.counts_as_of($1) c
where $2::bigint[] is null or c.zone_id = any ((select registry.zones_with_descendants($2))::bigint[])
group by 1, 2
order by 1, 2
