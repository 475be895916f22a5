-- $1 statuses, $2 zones, $3 uses, $4 on hold, $5 officers, $6 causes: the filter; $7 the zones that the person may see; null for any.
-- Counts of what the filter shows, by status, and of the choices of each part of it: all other parts are obeyed, its own is not.
select f.by, f.key, sum(t.parcel_count)::bigint, sum(t.area_square_metres)
from (
    select n.*,
           ($1::text[] is null or n.status = any ($1)) as has_status,
           ($2::bigint[] is null or n.zone_id = any ((select registry.zones_with_descendants($2))::bigint[])) as has_zone,
           ($3::text[] is null or coalesce(n.land_use_code = any ($3), false)) as has_use,
           ($5::text[] is null or coalesce(n.officer, '') = any ($5)) as has_officer,
           ($6::text[] is null or coalesce(n.idle_cause, '') = any ($6)) as has_cause
    from registry.parcel_tally n
    where ($4::boolean is null or n.on_hold = $4)
      and ($7::bigint[] is null or n.zone_id = any ((select registry.zones_with_descendants($7))::bigint[]))
) t
cross join lateral (values
    ('shown', t.status, t.has_status and t.has_zone and t.has_use and t.has_officer and t.has_cause),
    ('status', t.status, t.has_zone and t.has_use and t.has_officer and t.has_cause),
    ('zone', t.zone_id::text, t.has_status and t.has_use and t.has_officer and t.has_cause),
    ('use', t.land_use_code, t.has_status and t.has_zone and t.has_officer and t.has_cause),
    ('officer', t.officer, t.has_status and t.has_zone and t.has_use and t.has_cause),
    ('cause', t.idle_cause, t.has_status and t.has_zone and t.has_use and t.has_officer)) as f (by, key, fits)
where f.fits
group by 1, 2
having sum(t.parcel_count) > 0
order by 1, 2
