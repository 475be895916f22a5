-- The features of the file as they came, made into shapes: in degrees as GDAL gave them, valid, within what Web Mercator can show.
create temporary table context_shape on commit drop as
select s.ordinal,
       left(coalesce(s.feature -> 'properties' ->> 'name', s.feature -> 'properties' ->> 'NAME', s.feature -> 'properties' ->> 'Name', s.feature -> 'properties' ->> '名称',
            s.feature -> 'properties' ->> 'label', s.feature -> 'properties' ->> 'title'), 100) as label,
       m.shape as degrees,
       st_transform(m.shape, 3857) as shape
from staged_feature s
cross join lateral (
    select case when jsonb_typeof(s.feature -> 'geometry') = 'object' then st_setsrid(st_force2d(st_geomfromgeojson(s.feature -> 'geometry')), 4326) end as raw) g
cross join lateral (select case when st_isvalid(g.raw) then g.raw else st_makevalid(g.raw) end as shape) m
where not st_isempty(m.shape)
  and st_ymin(m.shape) > -85 and st_ymax(m.shape) < 85 and st_xmin(m.shape) >= -180 and st_xmax(m.shape) <= 180
