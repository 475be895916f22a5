-- $1 to $11: the filter; $12 what to group by: status, zone, use, officer or cause
select case $12 when 'status' then p.status when 'zone' then p.zone_id::text when 'officer' then p.officer when 'cause' then p.idle_cause
                else p.land_use_code end as key,
       count(*),
       coalesce(sum(p.area_square_metres), 0)
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) p
group by 1
order by 1
