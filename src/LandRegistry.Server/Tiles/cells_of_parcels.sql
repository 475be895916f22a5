-- Counted from the parcels, for filters that the kept counts cannot answer.
select registry.tile_column(st_x(m.point), 16) as cell_x, registry.tile_row(st_y(m.point), 16) as cell_y, p.status, count(*) as parcels
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
cross join lateral (select st_centroid(box2d(p.shape_mercator)::geometry) as point) m
where p.shape_mercator && st_tileenvelope($17, $18, $19)
  and registry.tile_column(st_x(m.point), $17) = $18
  and registry.tile_row(st_y(m.point), $17) = $19
group by 1, 2, 3
