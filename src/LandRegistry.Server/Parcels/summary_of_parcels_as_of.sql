-- $1 to $8: the filter; $9 what to group by: status, zone or use; $10 the day
select case $9 when 'status' then q.status when 'zone' then q.zone_id::text else q.land_use_code end as key,
       count(*),
       coalesce(sum(q.area_square_metres), 0)
from registry.periods_matching($1, $2, $3, $4, $5, $6, $7, $8, $10) q
group by 1
order by 1
