-- $1 day; $2 the parcels to look at, null for all. Ready parcels whose readiness of the day says otherwise, and since when.
select p.id, s.from_on, p.status_since
from registry.parcel p
join lateral (
    select r.from_on, r.is_ready from registry.readiness_segment r
    where r.parcel_id = p.id and r.from_on <= $1
    order by r.from_on desc limit 1
) s on not s.is_ready
where p.status = 'ready' and p.ended_on is null and ($2::bigint[] is null or p.id = any ($2))
order by p.id
