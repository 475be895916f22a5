-- $1 the zones that may be seen, null for all.
select json_build_object('type', 'FeatureCollection', 'features', coalesce(json_agg(json_build_object(
    'type', 'Feature',
    'id', z.id,
    'properties', json_build_object('code', z.code, 'nameZh', z.name_zh, 'nameEn', z.name_en, 'kind', z.kind),
    'geometry', st_asgeojson(z.extent, 6)::json) order by z.id), '[]'))::text
from registry.zone z
where z.extent is not null
  and ($1::bigint[] is null or z.id = any ($1))
