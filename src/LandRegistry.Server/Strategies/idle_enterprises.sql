-- Enterprises on land of these statuses or in these operating states, by id. What counts as idle is the Domain's list.
-- $1 statuses, $2 operating states, $3 today, $4 after which id, $5 how many, $6 the zones that may be seen, null for all
select e.id, e.name, e.operating_state, coalesce(o.parcels, 0)
from registry.enterprise e
left join lateral (
    select count(*) filter (where p.status = any ($1)) as idle, count(*) as parcels
    from registry.occupancy o join registry.parcel p on p.id = o.parcel_id and p.ended_on is null and ($6::bigint[] is null or p.zone_id = any ($6))
    where o.enterprise_id = e.id and not o.withdrawn and (o.from_on is null or o.from_on <= $3) and (o.to_on is null or o.to_on >= $3)) o on true
where e.ended_on is null and e.id > $4 and (e.operating_state = any ($2) or o.idle > 0)
  and ($6::bigint[] is null or exists (
      select from registry.occupancy v join registry.parcel w on w.id = v.parcel_id
      where v.enterprise_id = e.id and not v.withdrawn and w.zone_id = any ($6)))
order by e.id
limit $5
