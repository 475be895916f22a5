-- $1 to $16: the filter; $17 zoom (13 at most), $18 column, $19 row; $20 the day, where one is asked about. One point for each
-- occupied cell of an 8 x 8 grid, at the middle of its parcels, with the number of parcels by status. What is counted
-- (cell_x, cell_y at zoom 16, status, parcels) comes from one of the cells_of_*.sql, put in the place of the line CELLS.
select coalesce((
           select sum(c.stamp) from registry.map_cell c
           where c.cell_x between $18 << (14 - $17) and (($18 + 1) << (14 - $17)) - 1
             and c.cell_y between $19 << (14 - $17) and (($19 + 1) << (14 - $17)) - 1
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
                          st_tileenvelope($17, $18, $19), 4096, 64, true) as shape
               from (
-- CELLS
               ) n
               where n.parcels > 0
               group by n.cell_x >> (13 - $17), n.cell_y >> (13 - $17)
               order by 1
           ) t
       ) as tile
