-- $1 statuses, $2 zones, $3 on hold; $4 what to group by: status or zone; $5 the day
select case $4 when 'status' then c.status else c.zone_id::text end as key,
       sum(c.parcel_count)::bigint,
       sum(c.area_square_metres)
from registry.counts_as_of($5) c
where ($1::text[] is null or c.status = any ($1))
  and ($2::bigint[] is null or c.zone_id = any ((select registry.zones_with_descendants($2))::bigint[]))
  and ($3::boolean is null or c.on_hold = $3)
group by 1
order by 1
