-- $1 to $8: the filter; $9 what to group by: status, zone or use
select case $9 when 'status' then p.status when 'zone' then p.zone_id::text else p.land_use_code end as key,
       count(*),
       coalesce(sum(p.area_square_metres), 0)
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8) p
group by 1
order by 1
