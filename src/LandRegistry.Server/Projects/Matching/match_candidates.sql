-- Parcels that may be had, by what the index of offers says alone. $1, $2 least and greatest area; $3 statuses; $4 the project; $5 zones, null for any.
-- Parcels of unknown area stay in; those that another project has taken do not.
select p.id, nullif(p.sort_area, -1), p.land_use_code, p.zone_id, p.status
from registry.parcel p
where p.ended_on is null and not p.on_hold and p.status in ('reserved', 'ready') and p.status = any ($3)
  and (p.sort_area = -1 or (p.sort_area >= coalesce($1, 0) and ($2::numeric is null or p.sort_area <= $2)))
  and ($5::bigint[] is null or p.zone_id = any ($5))
  and not exists (select from registry.project_site s where s.parcel_id = p.id and s.step = 'won' and not s.withdrawn and s.project_id <> $4)
