-- $1 the one proposal asked for, null for all; $2 the zones that may be seen, null for all. Newest first; one with a parcel elsewhere is not there.
select a.id, a.name, a.note, a.parcel_ids, a.version
from registry.assembly a
where not a.withdrawn and ($1::bigint is null or a.id = $1)
  and ($2::bigint[] is null or registry.record_is_within('assembly', a.id, $2, true))
order by a.id desc
limit 500
