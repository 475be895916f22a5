-- $1 parcels, $2 the zones in which they may be marked, null for all. What a mark of each is judged on; those that do not stand are not there.
select p.id, p.version, p.code, p.name, p.status, p.status_since, p.on_hold, c.id, c.stage, t.stage
from registry.parcel p
left join registry.land_case c on c.parcel_id = p.id and c.closed_on is null and not c.withdrawn
left join registry.tender t on t.parcel_id = p.id and t.ended_on is null and not t.withdrawn
where p.id = any ($1) and p.ended_on is null and ($2::bigint[] is null or p.zone_id = any ($2))
order by p.id
