-- $1 parcels in their order, $2 today, $3 the zones that may be seen, null for all. Holders, standing burdens and money of each; sums are null where nothing is recorded.
select p.id, p.code, p.name, p.status, p.on_hold, p.ended_on is null, p.version, p.area_square_metres,
       array(select distinct e.name from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
             where o.parcel_id = p.id and o.role = 'holder' and not o.withdrawn and (o.to_on is null or o.to_on >= $2) order by 1),
       array(select distinct b.kind from registry.encumbrance b
             where b.parcel_id = p.id and not b.withdrawn and (b.released_on is null or b.released_on > $2) order by 1),
       (select sum(c.price_yuan) from registry.contract c where c.parcel_id = p.id and not c.withdrawn),
       m.compensation, m.fee
from unnest($1) with ordinality as wanted (id, nth)
join registry.parcel p on p.id = wanted.id and ($3::bigint[] is null or p.zone_id = any ($3))
left join lateral (
    select sum(case l.kind when 'compensation_due' then l.amount_yuan else -l.amount_yuan end) filter (where l.kind in ('compensation_due', 'compensation_settled')) as compensation,
           sum(case l.kind when 'fee' then l.amount_yuan else -l.amount_yuan end) filter (where l.kind in ('fee', 'fee_payment')) as fee
    from registry.money_line l where l.parcel_id = p.id and not l.withdrawn
) m on true
order by wanted.nth
