-- $1 day, $2 zones with all below them, null for all. Sums of the ledger up to the day. One branch for all zones, one each for the parcels
-- of some that there are and that there were: only a plain join is done by several workers.
select line.kind, count(*), sum(line.amount_yuan)
from (
    select l.kind, l.amount_yuan
    from registry.money_line l
    where $2::bigint[] is null and not l.withdrawn and l.on_day <= $1
    union all
    select l.kind, l.amount_yuan
    from registry.money_line l
    join registry.parcel p on p.id = l.parcel_id
    where p.ended_on is null and p.zone_id = any ($2) and not l.withdrawn and l.on_day <= $1
    union all
    select l.kind, l.amount_yuan
    from registry.money_line l
    join registry.parcel p on p.id = l.parcel_id
    where p.ended_on is not null and p.zone_id = any ($2) and not l.withdrawn and l.on_day <= $1) line
group by 1
order by 1
