-- isInner: within a zone that is drawn too, whose ground is then its own; the map lays each piece of ground once.
select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
    'type', 'Feature',
    'id', z.id,
    'properties', json_build_object('code', z.code, 'nameZh', z.name_zh, 'nameEn', z.name_en, 'kind', z.kind, 'isInner', o.id is not null and st_covers(o.extent, z.extent)),
    'geometry', st_asgeojson(z.extent, 6)::json) order by z.id), '[]'))::text
from registry.zone z
left join registry.zone o on o.id = z.parent_id and o.extent is not null
where z.extent is not null
