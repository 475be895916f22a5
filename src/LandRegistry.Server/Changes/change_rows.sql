-- $1 change. Every row it wrote, as it was before (null when it was not there) and after.
select r.record_kind, r.record_id, r.parcel_id, r.enterprise_id, r.first_version = 1,
       case when r.first_version > 1 then registry.told_version(r.record_kind, r.record_id, r.first_version - 1)::text end,
       registry.told_version(r.record_kind, r.record_id, r.last_version)::text
from registry.rows_of_change($1) r
order by r.record_kind <> 'parcel', r.record_kind, r.record_id
