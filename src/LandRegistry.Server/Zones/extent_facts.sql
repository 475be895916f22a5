-- $1 the zone.
select case when not st_isempty(e.extent) and o.is_on_earth then st_area(st_setsrid(e.extent, 4326)::geography) end,
       coalesce(st_npoints(e.extent), 0),
       coalesce(o.is_on_earth, true),
       p.extent is null or st_isempty(e.extent) or e.extent is null or (p.extent && e.extent and st_relate(p.extent, e.extent, '2********'))
from staged_extent e
join registry.zone z on z.id = $1
left join registry.zone p on p.id = z.parent_id
cross join lateral (select st_xmin(e.extent) >= -180 and st_xmax(e.extent) <= 180 and st_ymin(e.extent) > -85 and st_ymax(e.extent) < 85 as is_on_earth) o
