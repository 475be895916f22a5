-- $1 the zones that may be seen, null for all.
-- isInner: within a zone that is drawn too, whose ground is then its own; the map lays each piece of ground once.
select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
    'type', 'Feature',
    'id', z.id,
    'properties', json_build_object('code', z.code, 'nameZh', z.name_zh, 'nameEn', z.name_en, 'kind', z.kind,
                                    'isInner', o.is_inner and ($1::bigint[] is null or z.parent_id = any ($1))),
    'geometry', st_asgeojson(o.outline, 6)::json) order by z.id), '[]'))::text
from registry.zone_outline o
join registry.zone z on z.id = o.zone_id
where $1::bigint[] is null or z.id = any ($1)
