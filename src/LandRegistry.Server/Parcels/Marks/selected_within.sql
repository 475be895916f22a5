-- $1 to $16: the filter; $17 how many at most; $18 the shape, longitude and latitude. Parcels whose point lies in it.
with drawn as (select st_transform(st_setsrid(st_makevalid($18::geometry), 4326), 3857) as mercator, st_makevalid($18::geometry) as shape)
select p.id
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p, drawn d
where p.shape_mercator && d.mercator and st_intersects(d.shape, st_setsrid(p.location, 0))
order by p.id
limit $17
