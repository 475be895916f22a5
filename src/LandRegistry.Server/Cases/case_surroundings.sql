-- What the register knows of the land on a day, as the guards of a case ask it. {0} parcel, {1} day.
select s.kind as "Kind", s.powers as "Powers", s.suspected_from as "SuspectedFrom", s.fee_from as "FeeFrom", s.recovery_from as "RecoveryFrom",
       exists (select from registry.land_fact f
               where f.parcel_id = p.id and f.kind = 'filing' and not f.withdrawn and f.on_day <= {1}) as "IsFiled",
       exists (select from registry.encumbrance e
               where e.parcel_id = p.id and e.kind = 'mortgage' and not e.withdrawn
                 and (e.registered_on is null or e.registered_on <= {1}) and (e.released_on is null or e.released_on > {1})) as "IsMortgaged",
       c.price_yuan as "PriceYuan", c.number as "PriceSource"
from registry.parcel p
left join lateral (
    select kind, powers, suspected_from, fee_from, recovery_from from registry.clock_segment
    where parcel_id = p.id and from_on <= {1}
    order by from_on desc limit 1) s on true
left join lateral (
    select price_yuan, number from registry.contract
    where parcel_id = p.id and not withdrawn and price_yuan is not null and (signed_on is null or signed_on <= {1})
    order by signed_on desc nulls last, id desc limit 1) c on true
where p.id = {0}
