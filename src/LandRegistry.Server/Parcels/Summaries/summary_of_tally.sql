-- $1 statuses, $2 zones, $3 uses, $4 on hold, $5 officers, $6 causes: the filter; $7 what to group by: status, zone, use, officer or cause
select case $7 when 'status' then t.status when 'zone' then t.zone_id::text when 'officer' then t.officer when 'cause' then t.idle_cause
               else t.land_use_code end as key,
       sum(t.parcel_count)::bigint,
       sum(t.area_square_metres)
from registry.parcel_tally t
where ($1::text[] is null or t.status = any ($1))
  and ($2::bigint[] is null or t.zone_id = any ((select registry.zones_with_descendants($2))::bigint[]))
  and ($3::text[] is null or t.land_use_code = any ($3))
  and ($4::boolean is null or t.on_hold = $4)
  and ($5::text[] is null or coalesce(t.officer, '') = any ($5))
  and ($6::text[] is null or coalesce(t.idle_cause, '') = any ($6))
group by 1
having sum(t.parcel_count) > 0
order by 1
