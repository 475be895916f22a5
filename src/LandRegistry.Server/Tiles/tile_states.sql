-- $1 zooms, $2 columns, $3 rows. Per tile, in order: the sum of its cells' stamps and, for the zooms at which the
-- number of parcels decides between parcels and counts (12 and 13), that number.
select coalesce((
           select sum(c.stamp) from registry.map_cell c
           where c.cell_x between case when t.z < 14 then t.x << (14 - t.z) else t.x >> (t.z - 14) end
                          and case when t.z < 14 then ((t.x + 1) << (14 - t.z)) - 1 else t.x >> (t.z - 14) end
             and c.cell_y between case when t.z < 14 then t.y << (14 - t.z) else t.y >> (t.z - 14) end
                          and case when t.z < 14 then ((t.y + 1) << (14 - t.z)) - 1 else t.y >> (t.z - 14) end
       ), 0)::bigint,
       case when t.z in (12, 13) then coalesce((
           select sum(n.parcel_count) from registry.parcel_count_cell n
           where n.cell_x between t.x << (16 - t.z) and ((t.x + 1) << (16 - t.z)) - 1
             and n.cell_y between t.y << (16 - t.z) and ((t.y + 1) << (16 - t.z)) - 1
       ), 0) else 0 end::bigint
from unnest($1::integer[], $2::integer[], $3::integer[]) with ordinality as t (z, x, y, place)
order by t.place
