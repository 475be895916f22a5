-- $1 to $16: the filter; $17 what to group by: status, zone, use, officer or cause
select case $17 when 'status' then p.status when 'zone' then p.zone_id::text when 'officer' then p.officer when 'cause' then p.idle_cause
                else p.land_use_code end as key,
       count(*),
       coalesce(sum(p.area_square_metres), 0)
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
group by 1
order by 1
