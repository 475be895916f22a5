-- Enterprises that take part. $1 scale or null, $2 last day of the period, $3 the zones that may be seen, null for all
select e.id, e.name, e.industry_code, e.producing_since, e.is_exempt
from registry.enterprise e
where (e.ended_on is null or e.ended_on > $2) and ($1::text is null or e.scale = $1)
  and ($3::bigint[] is null or exists (
      select from registry.occupancy v join registry.parcel w on w.id = v.parcel_id
      where v.enterprise_id = e.id and not v.withdrawn and w.zone_id = any ($3)))
order by e.id
