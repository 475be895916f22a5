-- The rows that are written, each with its parcel; new parcels get their number here, so that everything else can name them.
create temp table import_landing on commit drop as
select s.row_number, s.effect, case when s.effect = 'new' then nextval('registry.parcel_id_seq') else s.parcel_id end as parcel_id, s.version, s.differences,
       s.zone_id, s.facts, s.boundary, s.location, s.is_estimated, s.source_id, s.code, s.credit_code, s.source_record
from (
    select e.row_number, e.effect, e.parcel_id, e.version, coalesce(e.differences, '{}') as differences, z.id as zone_id,
           r.facts || coalesce(r.patch - array['mended', 'kept', 'placed'], '{}') as facts,
           case when r.patch ? 'mended' then r.mended else r.boundary end as boundary,
           case when r.boundary is null and r.location is null and r.patch ? 'placed' then st_pointonsurface(z.extent) else r.location end as location,
           r.is_estimated or (r.boundary is null and r.location is null) as is_estimated,
           r.source_id, coalesce(r.patch ->> 'code', r.code) as code, r.credit_code, r.source_record
    from registry.import_effect e
    join registry.import_row r using (import_id, row_number)
    left join registry.zone z on z.id = e.zone_id or (e.zone_id is null and z.code = e.zone_code)
    where e.import_id = @import and e.effect in ('new', 'changed')
    order by e.row_number
) s;
create index on import_landing (parcel_id);
analyze import_landing;
