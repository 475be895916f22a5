-- $1 parcels whose facts the running change has written
select registry.announce(registry.current_change(), $1, st_extent(p.shape_mercator)::box2d)
from registry.parcel p
where p.id = any ($1)
