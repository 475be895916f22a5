-- $1 states of production, $2 the zones that may be seen, null for all. Enterprises in production.
select e.id, e.name, e.operating_state from registry.enterprise e where e.ended_on is null and e.operating_state = any ($1)
  and ($2::bigint[] is null or exists (
      select from registry.occupancy v join registry.parcel w on w.id = v.parcel_id
      where v.enterprise_id = e.id and not v.withdrawn and w.zone_id = any ($2)))
order by e.id
