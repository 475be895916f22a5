-- $1 box (EPSG:3857), $2 how many at most, $3 the zones that may be seen, null for all. Boundaries with every digit, as they are snapped to and checked against; tiles are rounded.
select json_build_object('type', 'FeatureCollection', 'isWhole', count(*) <= $2, 'features', coalesce(json_agg(json_build_object(
    'type', 'Feature',
    'id', p.id,
    'properties', json_build_object('code', p.code, 'name', p.name, 'status', p.status, 'version', p.version),
    'geometry', st_asgeojson(p.boundary, 15)::json) order by p.id) filter (where p.nth <= $2), '[]'))::text
from (
    select q.*, row_number() over (order by q.id) as nth
    from (
        select * from registry.parcel
        where ended_on is null and boundary is not null and shape_mercator && $1 and ($3::bigint[] is null or zone_id = any ($3))
        limit $2 + 1
    ) q
) p
