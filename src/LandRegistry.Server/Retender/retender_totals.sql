-- Count, area and floor area of one part of the list. $1 to $17: as in retender_rows.sql; $18 what to group by: none, zone, use or blocker.
select g.key, count(*), coalesce(sum(m.area_square_metres), 0), coalesce(round(sum(m.area_square_metres * c.floor_area_ratio_max), 2), 0)
from registry.retender_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) m
left join lateral (
    select s.floor_area_ratio_max from registry.supply_conditions s
    where s.parcel_id = m.parcel_id and not s.withdrawn and s.on_day <= $12
    order by s.on_day desc, s.id desc
    limit 1
) c on true
cross join lateral unnest(case $18 when 'zone' then array[m.zone_id::text] when 'use' then array[m.land_use_code]
                                   when 'blocker' then m.blocking else array[null::text] end) as g (key)
group by 1
order by 1
