-- $1 the zone.
select z.id, z.code, z.version, array[st_xmin(z.extent), st_ymin(z.extent), st_xmax(z.extent), st_ymax(z.extent)],
       st_area(st_setsrid(z.extent, 4326)::geography), st_numgeometries(z.extent),
       (select count(*) from registry.parcel p
        where p.zone_id = any (registry.zones_with_descendants(array[z.id])) and p.ended_on is null
          and not st_intersects(z.extent, coalesce(p.boundary, p.location)))
from registry.zone z
where z.id = $1
