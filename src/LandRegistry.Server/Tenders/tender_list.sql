-- Tenders, newest first. $1 stages, $2 zones, $3 open only, $4 before this id, $5 how many, $6 parcel
select t.id, t.parcel_id, p.code, p.name, p.zone_id, p.area_square_metres, t.round, t.number, t.method, t.stage, t.stage_since, t.opens_on, t.closes_on,
       t.winner, t.price_yuan, t.ended_on, t.version
from registry.tender t
join registry.parcel p on p.id = t.parcel_id
where not t.withdrawn
  and ($1::text[] is null or t.stage = any ($1))
  and ($2::bigint[] is null or p.zone_id = any ((select registry.zones_with_descendants($2))::bigint[]))
  and (not $3::boolean or t.ended_on is null)
  and ($4::bigint is null or t.id < $4)
  and ($6::bigint is null or t.parcel_id = $6)
order by t.id desc
limit $5
