-- $1 to $11: the filter; $12 how many at most; $13 the shape, longitude and latitude. Parcels whose point lies in it.
with drawn as (select st_transform(st_setsrid(st_makevalid($13::geometry), 4326), 3857) as mercator, st_makevalid($13::geometry) as shape)
select p.id
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) p, drawn d
where p.shape_mercator && d.mercator and st_intersects(d.shape, st_setsrid(p.location, 0))
order by p.id
limit $12
