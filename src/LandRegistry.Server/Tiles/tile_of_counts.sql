-- $1 statuses, $2 zones, $3 on hold; $4 zoom (13 at most), $5 column, $6 row. From the kept counts: one point for each
-- occupied cell of an 8 x 8 grid, at the middle of its parcels, with the number of parcels by status.
select coalesce((
           select sum(c.stamp) from registry.map_cell c
           where c.cell_x between $5 << (14 - $4) and (($5 + 1) << (14 - $4)) - 1
             and c.cell_y between $6 << (14 - $4) and (($6 + 1) << (14 - $4)) - 1
       ), 0)::bigint as stamp,
       (
           select st_asmvt(t, 'cells', 4096, 'shape')
           from (
               select sum(n.parcels)::integer as count,
                      (sum(n.parcels) filter (where n.status = 'in_use'))::integer as in_use,
                      (sum(n.parcels) filter (where n.status = 'suspected'))::integer as suspected,
                      (sum(n.parcels) filter (where n.status = 'investigating'))::integer as investigating,
                      (sum(n.parcels) filter (where n.status = 'idle'))::integer as idle,
                      (sum(n.parcels) filter (where n.status = 'low_efficiency'))::integer as low_efficiency,
                      (sum(n.parcels) filter (where n.status = 'disposing'))::integer as disposing,
                      (sum(n.parcels) filter (where n.status = 'reserved'))::integer as reserved,
                      (sum(n.parcels) filter (where n.status = 'ready'))::integer as ready,
                      (sum(n.parcels) filter (where n.status = 'listed'))::integer as listed,
                      (sum(n.parcels) filter (where n.status = 'awarded'))::integer as awarded,
                      (sum(n.parcels) filter (where n.status = 'closed'))::integer as closed,
                      st_asmvtgeom(
                          st_setsrid(st_makepoint(
                              (sum((n.cell_x + 0.5) * n.parcels) / sum(n.parcels) / 65536 - 0.5) * 40075016.685578488,
                              (0.5 - sum((n.cell_y + 0.5) * n.parcels) / sum(n.parcels) / 65536) * 40075016.685578488), 3857),
                          st_tileenvelope($4, $5, $6), 4096, 64, true) as shape
               from (
                   select c.cell_x, c.cell_y, c.status, c.parcel_count as parcels
                   from registry.parcel_count_cell c
                   where c.cell_x between $5 << (16 - $4) and (($5 + 1) << (16 - $4)) - 1
                     and c.cell_y between $6 << (16 - $4) and (($6 + 1) << (16 - $4)) - 1
                     and ($1::text[] is null or c.status = any ($1))
                     and ($2::bigint[] is null or c.zone_id = any ((select registry.zones_with_descendants($2))::bigint[]))
                     and ($3::boolean is null or c.on_hold = $3)
               ) n
               where n.parcels > 0
               group by n.cell_x >> (13 - $4), n.cell_y >> (13 - $4)
               order by 1
           ) t
       ) as tile
