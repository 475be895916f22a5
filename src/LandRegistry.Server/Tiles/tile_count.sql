-- $1 zoom (12 or 13), $2 column, $3 row, $4 zones
select coalesce(sum(n.parcel_count), 0)::bigint
from registry.parcel_count_cell n
where n.cell_x between $2 << (16 - $1) and (($2 + 1) << (16 - $1)) - 1
  and n.cell_y between $3 << (16 - $1) and (($3 + 1) << (16 - $1)) - 1
  and n.zone_id = any ($4)
