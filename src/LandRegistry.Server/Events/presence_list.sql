-- $1 the zones that may be seen, null for all. Who said so within the last 45 seconds; windows say it every 20.
select w.session, w.person, w.parcel_id, coalesce(p.name, p.code), st_x(p.location), st_y(p.location), w.since
from registry.presence w
join registry.parcel p on p.id = w.parcel_id
where w.seen_at > now() - interval '45 seconds' and ($1::bigint[] is null or p.zone_id = any ($1))
order by w.since, w.session
limit 500
