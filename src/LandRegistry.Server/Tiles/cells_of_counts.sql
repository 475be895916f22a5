-- From the kept counts; of the filter only statuses ($1), zones ($2) and hold ($6) are read.
select c.cell_x, c.cell_y, c.status, c.parcel_count as parcels
from registry.parcel_count_cell c
where c.cell_x between $18 << (16 - $17) and (($18 + 1) << (16 - $17)) - 1
  and c.cell_y between $19 << (16 - $17) and (($19 + 1) << (16 - $17)) - 1
  and ($1::text[] is null or c.status = any ($1))
  and ($2::bigint[] is null or c.zone_id = any ((select registry.zones_with_descendants($2))::bigint[]))
  and ($6::boolean is null or c.on_hold = $6)
