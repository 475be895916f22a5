-- $1 parcels, $2 zones. Those of the parcels that lie in the zones, and the box around them (west, south, east, north in degrees).
select coalesce(array_agg(p.id order by p.id) filter (where p.id is not null), '{}'),
       array[round(st_xmin(b.box)::numeric, 6), round(st_ymin(b.box)::numeric, 6), round(st_xmax(b.box)::numeric, 6), round(st_ymax(b.box)::numeric, 6)]::float8[]
from (
    select st_transform(st_setsrid(st_extent(q.shape_mercator)::geometry, 3857), 4326) as box
    from registry.parcel q where q.id = any ($1) and q.zone_id = any ($2)
) b
left join registry.parcel p on p.id = any ($1) and p.zone_id = any ($2)
group by b.box
