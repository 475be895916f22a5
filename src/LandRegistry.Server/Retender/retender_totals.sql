-- Count, area and floor area of every part of the list, in one pass over the land. $1 to $16: the filter, its statuses all of the list's and
-- its hold open; $17 day of readiness; $18 items taken as settled; $19 most blocking and $20 blocked by, of what is not ready; $21 ready
-- since, of what is; $22 what to group by: zone, use or blocker. What part a status, a hold and an answer make is the Domain's to say.
with land as materialized (
    select p.status, p.on_hold, p.zone_id, p.land_use_code, p.area_square_metres, s.blocking,
           coalesce(cardinality(s.blocking) = 0, false) as nothing_blocks, p.area_square_metres * c.floor_area_ratio_max as floor_area
    from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
    left join lateral (
        select r.from_on, r.is_ready,
               case when $18::text[] is null then r.blocking else array(select b from unnest(r.blocking) b where b <> all ($18)) end as blocking
        from registry.readiness_segment r
        where r.parcel_id = p.id and r.from_on <= $17 and p.status in ('reserved', 'ready')
        order by r.from_on desc
        limit 1
    ) s on true
    left join (
        select distinct on (parcel_id) parcel_id, floor_area_ratio_max
        from registry.supply_conditions
        where not withdrawn and on_day <= $17
        order by parcel_id, on_day desc, id desc
    ) c on c.parcel_id = p.id
    where case when p.status not in ('reserved', 'ready') or p.on_hold then true
               when cardinality(s.blocking) = 0 then $21::date is null or (s.is_ready and greatest(s.from_on, case when p.status = 'reserved' then p.status_since end) >= $21)
               else ($19::integer is null or cardinality(s.blocking) <= $19) and ($20::text[] is null or s.blocking && $20) end
)
select false, status, on_hold, nothing_blocks, null::text as key, count(*), coalesce(sum(area_square_metres), 0), coalesce(round(sum(floor_area), 2), 0)
from land
group by status, on_hold, nothing_blocks
union all
select true, status, on_hold, nothing_blocks, g.key, count(*), coalesce(sum(area_square_metres), 0), coalesce(round(sum(floor_area), 2), 0)
from land
cross join lateral unnest(case $22 when 'zone' then array[zone_id::text] when 'use' then array[land_use_code] else blocking end) as g (key)
group by status, on_hold, nothing_blocks, g.key
order by 1, 5, 2, 3, 4
