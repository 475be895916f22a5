-- What a match asks of parcels beside their row. $1 parcels, $2 the day. Power in kVA, distances in metres; null is unknown.
select a.id, s.blocking, i.power, i.road, coalesce(i.substation, i.power_line), c.price_per_mu_yuan, c.investment_per_mu_yuan
from unnest($1::bigint[]) as a (id)
left join lateral (
    select r.blocking from registry.readiness_segment r
    where r.parcel_id = a.id and r.from_on <= $2
    order by r.from_on desc
    limit 1
) s on true
left join lateral (
    select max(f.quantity) filter (where f.item = 'power' and lower(f.unit) in ('kva', '千伏安')) as power,
           min(f.distance_metres) filter (where f.item = 'road') as road,
           min(f.distance_metres) filter (where f.item = 'substation') as substation,
           min(f.distance_metres) filter (where f.item = 'power') as power_line
    from registry.infrastructure f
    where f.parcel_id = a.id and not f.withdrawn and f.on_day <= $2
) i on true
left join lateral (
    select k.price_per_mu_yuan, k.investment_per_mu_yuan from registry.supply_conditions k
    where k.parcel_id = a.id and not k.withdrawn and k.on_day <= $2
    order by k.on_day desc, k.id desc
    limit 1
) c on true
