-- The parcels that an enterprise is on on a day, each with all who are on it. $1 enterprise, $2 day, $3 the zones that may be seen, null for all
select p.id, p.code, p.name, p.status, p.area_square_metres,
       array_agg(o.enterprise_id order by o.id) as enterprises, array_agg(o.role order by o.id) as roles
from registry.parcel p
join registry.occupancy o on o.parcel_id = p.id and not o.withdrawn
    and (o.from_on is null or o.from_on <= $2) and (o.to_on is null or o.to_on >= $2)
where p.ended_on is null and ($3::bigint[] is null or p.zone_id = any ($3))
  and p.id in (select parcel_id from registry.occupancy
               where enterprise_id = $1 and not withdrawn and (from_on is null or from_on <= $2) and (to_on is null or to_on >= $2))
group by p.id
order by p.id
