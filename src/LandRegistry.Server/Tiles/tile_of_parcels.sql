-- $1 to $16: the filter; $17 zoom, $18 column, $19 row. One statement, so stamp and tile are of one snapshot.
-- Below zoom 16 corners are left out that lie within half a pixel (of 512 to a tile) of the line through their neighbours: nobody sees them, and
-- each costs a software renderer four triangles. From 16 on boundaries are exact to a sixteenth of a pixel.
-- ST_AsMVT drops rows without geometry itself; a WHERE on it would run ST_AsMVTGeom twice.
select coalesce((
           select sum(c.stamp) from registry.map_cell c
           where c.cell_x between case when $17 < 14 then $18 << (14 - $17) else $18 >> ($17 - 14) end
                          and case when $17 < 14 then (($18 + 1) << (14 - $17)) - 1 else $18 >> ($17 - 14) end
             and c.cell_y between case when $17 < 14 then $19 << (14 - $17) else $19 >> ($17 - 14) end
                          and case when $17 < 14 then (($19 + 1) << (14 - $17)) - 1 else $19 >> ($17 - 14) end
       ), 0)::bigint as stamp,
       (
           select st_asmvt(t, 'parcels', 4096, 'shape', 'id')
           from (
               select p.id, p.status, nullif(p.on_hold, false) as on_hold,
                      case when $17 >= 15 then coalesce(p.name, right(p.code, 5)) end as label,
                      st_asmvtgeom(case when $17 < 16 then st_simplify(p.shape_mercator, 40075016.685578488 / (1 << ($17 + 10)), true) else p.shape_mercator end,
                          st_tileenvelope($17, $18, $19), 4096, 64, true) as shape
               from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
               where p.shape_mercator && st_tileenvelope($17, $18, $19, margin => 64.0 / 4096)
                 and p.boundary is not null
           ) t
       ) || (
           select st_asmvt(t, 'points', 4096, 'shape', 'id')
           from (
               select p.id, p.status, nullif(p.on_hold, false) as on_hold,
                      case when $17 >= 15 then coalesce(p.name, right(p.code, 5)) end as label,
                      st_asmvtgeom(p.shape_mercator, st_tileenvelope($17, $18, $19), 4096, 64, true) as shape
               from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
               where p.shape_mercator && st_tileenvelope($17, $18, $19, margin => 64.0 / 4096)
                 and p.boundary is null
           ) t
       ) as tile
