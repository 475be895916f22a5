-- $1 to $16: the filter; $17 what to group by: status, zone, use, officer or cause; $18 the day
select case $17 when 'status' then q.status when 'zone' then q.zone_id::text when 'officer' then registry.officer_of_version(q.parcel_id, q.version)
                when 'cause' then q.idle_cause else q.land_use_code end as key,
       count(*),
       coalesce(sum(q.area_square_metres), 0)
from registry.periods_matching($1, $2, $3, $4, $5, $6, $7, $8, $18, $9, $10, $11, $12, $13, $14, $15) q
group by 1
order by 1
