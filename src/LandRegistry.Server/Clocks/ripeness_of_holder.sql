-- $1 parcel, $2 day. Of the enterprises that held the parcel on the day: whether one of them had a current strategy, and whether that
-- names an investor who talks or a new use. No row where no holder is known.
select bool_or(s.id is not null),
       bool_or(s.investor is not null
               or s.type in ('upgrade_in_place', 'split_or_lease', 'standard_factory', 'interim_use', 'reclamation', 'land_swap'))
from registry.occupancy o
left join registry.strategy s
    on s.enterprise_id = o.enterprise_id and not s.withdrawn and s.approved_on <= $2 and (s.replaced_on is null or s.replaced_on > $2)
where o.parcel_id = $1 and o.role = 'holder' and not o.withdrawn
  and (o.from_on is null or o.from_on <= $2) and (o.to_on is null or o.to_on >= $2)
having count(*) > 0
