-- A page of enterprises by id. $1 words as patterns or null, $2 operating state or null, $3 scale or null, $4 after which id,
-- $5 limit, $6 today, $7 statuses of idle land, $8 states of idle enterprises, $9 idle only,
-- $10 types of the current strategy or none, null for any, $12 the zones that may be seen, null for all, $11 only those of which a signal of a zombie was seen
select e.id, e.name, e.credit_code, e.industry_code, e.scale, e.operating_state, coalesce(o.parcels, 0),
       coalesce(o.idle, 0) > 0 or coalesce(e.operating_state = any ($8), false), s.officer, e.version, s.type,
       exists (select from registry.enterprise_signal z where z.enterprise_id = e.id and not z.withdrawn)
from registry.enterprise e
left join lateral (
    select count(distinct p.id) as parcels, count(distinct p.id) filter (where p.status = any ($7)) as idle
    from registry.occupancy o join registry.parcel p on p.id = o.parcel_id and p.ended_on is null and ($12::bigint[] is null or p.zone_id = any ($12))
    where o.enterprise_id = e.id and not o.withdrawn and (o.from_on is null or o.from_on <= $6) and (o.to_on is null or o.to_on >= $6)) o on true
left join lateral (
    select officer, type from registry.strategy
    where enterprise_id = e.id and not withdrawn and approved_on <= $6 and (replaced_on is null or replaced_on > $6) limit 1) s on true
where e.ended_on is null and e.id > $4
  and ($1::text[] is null or lower(concat_ws(' ', e.name, e.credit_code, array_to_string(e.former_names, ' '))) like all ($1))
  and ($2::text is null or e.operating_state = $2)
  and ($3::text is null or e.scale = $3)
  and (not $9::boolean or e.operating_state = any ($8) or o.idle > 0)
  and ($10::text[] is null or coalesce(s.type, 'none') = any ($10))
  and (not $11::boolean or exists (select from registry.enterprise_signal z where z.enterprise_id = e.id and not z.withdrawn and z.is_present and z.on_day <= $6))
  and ($12::bigint[] is null or exists (
      select from registry.occupancy v join registry.parcel w on w.id = v.parcel_id
      where v.enterprise_id = e.id and not v.withdrawn and w.zone_id = any ($12)))
order by e.id
limit $5
