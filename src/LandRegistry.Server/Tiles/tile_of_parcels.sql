-- $1 to $11: the filter; $12 zoom, $13 column, $14 row. One statement, so stamp and tile are of one snapshot.
-- ST_AsMVT drops rows without geometry itself; a WHERE on it would run ST_AsMVTGeom twice.
select coalesce((
           select sum(c.stamp) from registry.map_cell c
           where c.cell_x between case when $12 < 14 then $13 << (14 - $12) else $13 >> ($12 - 14) end
                          and case when $12 < 14 then (($13 + 1) << (14 - $12)) - 1 else $13 >> ($12 - 14) end
             and c.cell_y between case when $12 < 14 then $14 << (14 - $12) else $14 >> ($12 - 14) end
                          and case when $12 < 14 then (($14 + 1) << (14 - $12)) - 1 else $14 >> ($12 - 14) end
       ), 0)::bigint as stamp,
       (
           select st_asmvt(t, 'parcels', 4096, 'shape', 'id')
           from (
               select p.id, p.status, nullif(p.on_hold, false) as on_hold,
                      case when $12 >= 15 then coalesce(p.name, right(p.code, 5)) end as label,
                      st_asmvtgeom(p.shape_mercator, st_tileenvelope($12, $13, $14), 4096, 64, true) as shape
               from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) p
               where p.shape_mercator && st_tileenvelope($12, $13, $14, margin => 64.0 / 4096)
                 and p.boundary is not null
           ) t
       ) || (
           select st_asmvt(t, 'points', 4096, 'shape', 'id')
           from (
               select p.id, p.status, nullif(p.on_hold, false) as on_hold,
                      case when $12 >= 15 then coalesce(p.name, right(p.code, 5)) end as label,
                      st_asmvtgeom(p.shape_mercator, st_tileenvelope($12, $13, $14), 4096, 64, true) as shape
               from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) p
               where p.shape_mercator && st_tileenvelope($12, $13, $14, margin => 64.0 / 4096)
                 and p.boundary is null
           ) t
       ) as tile
