-- $1 to $11: the filter; $12 zoom (13 at most), $13 column, $14 row; $15 and $16 the days. One point for each occupied cell of an
-- 8 x 8 grid, at the middle of its changed parcels, with their number by kind.
select st_asmvt(t, 'change_cells', 4096, 'shape')
from (
    select count(*)::integer as count,
           (count(*) filter (where n.kind = 'entered'))::integer as entered,
           (count(*) filter (where n.kind = 'left'))::integer as "left",
           (count(*) filter (where n.kind = 'status'))::integer as status,
           st_asmvtgeom(st_setsrid(st_makepoint(avg(n.x), avg(n.y)), 3857), st_tileenvelope($12, $13, $14), 4096, 64, true) as shape
    from (
        select d.kind, st_x(m.point) as x, st_y(m.point) as y
        from registry.parcels_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $15, $16) d
        join registry.parcel p on p.id = d.parcel_id
        cross join lateral (select st_centroid(box2d(p.shape_mercator)::geometry) as point) m
        where p.shape_mercator && st_tileenvelope($12, $13, $14)
          and registry.tile_column(st_x(m.point), $12) = $13
          and registry.tile_row(st_y(m.point), $12) = $14
    ) n
    group by registry.tile_column(n.x, $12 + 3), registry.tile_row(n.y, $12 + 3)
    order by 1
) t
