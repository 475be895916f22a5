-- $1 change, $2 the zones that may be seen, null for all. Every row it wrote, as it was before (null when it was not there) and after.
select r.record_kind, r.record_id, r.parcel_id, r.enterprise_id, r.first_version = 1,
       case when r.first_version > 1 then registry.told_version(r.record_kind, r.record_id, r.first_version - 1)::text end,
       registry.told_version(r.record_kind, r.record_id, r.last_version)::text
from registry.rows_of_change($1) r
where $2::bigint[] is null or registry.record_is_within(r.record_kind, r.record_id, $2, false)
order by r.record_kind <> 'parcel', r.record_kind, r.record_id
