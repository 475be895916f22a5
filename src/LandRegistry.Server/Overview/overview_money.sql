-- $1 day, $2 zones. Sums of the ledger up to the day.
select l.kind, count(*), sum(l.amount_yuan)
from registry.money_line l
where not l.withdrawn and l.on_day <= $1
  and ($2::bigint[] is null or exists (
      select from registry.parcel p where p.id = l.parcel_id and p.zone_id = any ((select registry.zones_with_descendants($2))::bigint[])))
group by 1
order by 1
