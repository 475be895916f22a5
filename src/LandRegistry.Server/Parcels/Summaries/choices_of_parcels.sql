-- $1 to $16: the filter; $17 what to group by, each for itself: shown or status, zone, use, officer, cause
select f.by, f.key, sum(m.parcel_count)::bigint, sum(m.area_square_metres)
from (
    select p.status, p.zone_id, p.land_use_code, p.officer, p.idle_cause, count(*) as parcel_count, coalesce(sum(p.area_square_metres), 0) as area_square_metres
    from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
    group by 1, 2, 3, 4, 5
) m
cross join lateral (values
    ('shown', m.status), ('status', m.status), ('zone', m.zone_id::text), ('use', m.land_use_code), ('officer', m.officer), ('cause', m.idle_cause)) as f (by, key)
where f.by = any ($17)
group by 1, 2
order by 1, 2
