-- $1 to $16: the filter; $17 zoom (13 at most), $18 column, $19 row; $20 and $21 the days; $22 and $23 those of what the filter asks of answers. One point for each occupied cell of an
-- 8 x 8 grid, at the middle of its changed parcels, with their number by kind.
select st_asmvt(t, 'change_cells', 4096, 'shape')
from (
    select count(*)::integer as count,
           (count(*) filter (where n.kind = 'entered'))::integer as entered,
           (count(*) filter (where n.kind = 'left'))::integer as "left",
           (count(*) filter (where n.kind = 'status'))::integer as status,
           st_asmvtgeom(st_setsrid(st_makepoint(avg(n.x), avg(n.y)), 3857), st_tileenvelope($17, $18, $19), 4096, 64, true) as shape
    from (
        select d.kind, st_x(m.point) as x, st_y(m.point) as y
        from registry.parcels_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $20, $21, $22, $23) d
        join registry.parcel p on p.id = d.parcel_id
        cross join lateral (select st_centroid(box2d(p.shape_mercator)::geometry) as point) m
        where p.shape_mercator && st_tileenvelope($17, $18, $19)
          and registry.tile_column(st_x(m.point), $17) = $18
          and registry.tile_row(st_y(m.point), $17) = $19
    ) n
    group by registry.tile_column(n.x, $17 + 3), registry.tile_row(n.y, $17 + 3)
    order by 1
) t
