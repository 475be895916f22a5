-- A page of cases, newest first, each with the deadline that ends first.
-- $1 stages or null, $2 zones with those below or null, $3 officer or null, $4 open only, $5 cursor or null, $6 limit, $7 parcel or null
select c.id, c.parcel_id, p.code, p.name, p.zone_id, c.number, c.stage, c.stage_since, c.opened_on, c.closed_on, c.officer, d.due_on, c.version
from registry.land_case c
join registry.parcel p on p.id = c.parcel_id
left join lateral (
    select min(due_on) as due_on from registry.case_deadline where case_id = c.id and done_on is null and c.closed_on is null) d on true
where not c.withdrawn
  and ($1::text[] is null or c.stage = any ($1))
  and ($2::bigint[] is null or p.zone_id = any (registry.zones_with_descendants($2)))
  and ($3::text is null or c.officer = $3)
  and (not $4::boolean or c.closed_on is null)
  and ($5::bigint is null or c.id < $5)
  and ($7::bigint is null or c.parcel_id = $7)
order by c.id desc
limit $6
