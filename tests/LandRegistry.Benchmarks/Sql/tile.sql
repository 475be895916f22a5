-- The yardstick of a tile: the same two layers with the same attributes as the server's, straight from the table, no
-- filter, no stamp. pgbench sets z; k counts runs, so that each run cuts another tile of the grid.
\set k :k + 1
\set p (:first + :k * :step) % (:width * :height)
\set x :left + :p % :width
\set y :top + :p / :width
select (
    select st_asmvt(t, 'parcels', 4096, 'shape', 'id')
    from (
        select p.id, p.status, nullif(p.on_hold, false) as on_hold,
               case when :z >= 15 then coalesce(p.name, right(p.code, 5)) end as label,
               st_asmvtgeom(case when :z < 16 then st_simplify(p.shape_mercator, 40075016.685578488 / (1 << (:z + 10)), true) else p.shape_mercator end,
                   st_tileenvelope(:z, :x, :y), 4096, 64, true) as shape
        from registry.parcel p
        where p.shape_mercator && st_tileenvelope(:z, :x, :y, margin => 64.0 / 4096)
          and p.boundary is not null and p.ended_on is null
    ) t
) || (
    select st_asmvt(t, 'points', 4096, 'shape', 'id')
    from (
        select p.id, p.status, nullif(p.on_hold, false) as on_hold,
               case when :z >= 15 then coalesce(p.name, right(p.code, 5)) end as label,
               st_asmvtgeom(p.shape_mercator, st_tileenvelope(:z, :x, :y), 4096, 64, true) as shape
        from registry.parcel p
        where p.shape_mercator && st_tileenvelope(:z, :x, :y, margin => 64.0 / 4096)
          and p.boundary is null and p.ended_on is null
    ) t
);
