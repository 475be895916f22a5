-- The areas of the file as one extent, united and valid; null where it holds none.
create temporary table staged_extent on commit drop as
select st_setsrid(st_multi(st_collectionextract(st_unaryunion(st_collect(g.shape)), 3)), 4490) as extent
from staged_feature s
cross join lateral (
    select case when jsonb_typeof(s.feature -> 'geometry') = 'object' then st_force2d(st_geomfromgeojson(s.feature -> 'geometry')) end as raw) r
cross join lateral (select st_collectionextract(case when st_isvalid(r.raw) then r.raw else st_makevalid(r.raw) end, 3) as shape) g
where not st_isempty(g.shape)
