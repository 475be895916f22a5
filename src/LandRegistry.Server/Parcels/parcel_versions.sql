-- $1 parcel. Every version of the parcel and of the records about it: kind, key, version, the change that wrote it, what it said.
-- A record about no parcel before or after is not the parcel's.
select 'parcel', h.parcel_id, h.version, h.change_id, registry.told_parcel(h.facts, h.boundary, h.location)::text
from registry.parcel_history h
where h.parcel_id = $1
union all
select 'parcel', p.id, p.version, p.change_id, registry.told_parcel(to_jsonb(p), p.boundary, p.location)::text
from registry.parcel p
where p.id = $1
union all
select h.record_kind, h.record_id, h.version, h.change_id, (h.facts - array['id', 'version', 'change_id', 'parcel_id'])::text
from registry.record_history h
where h.parcel_id = $1
union all
select r.record_kind, r.record_id, r.version, r.change_id, (r.facts - array['id', 'version', 'change_id', 'parcel_id'])::text
from registry.record r
where r.parcel_id = $1
