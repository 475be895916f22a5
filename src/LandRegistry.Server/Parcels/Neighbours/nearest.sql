-- $1 parcel, $2 statuses or null for any, $3 how many, $4 the zones that may be seen, null for all. By distance between shapes, 0 where they touch; the index walks outwards in
-- map distance, the answer is in metres on the ellipsoid.
select p.id, p.code, p.name, p.status, p.on_hold, p.version, p.area_square_metres,
       st_distance(coalesce(me.boundary, me.location)::geography, coalesce(p.boundary, p.location)::geography) as metres,
       (select e.name from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
        where o.parcel_id = p.id and o.role = 'holder' and o.to_on is null and not o.withdrawn order by o.id limit 1)
from (select * from registry.parcel where id = $1 and ended_on is null) me
cross join lateral (
    select q.*
    from registry.parcel q
    where q.ended_on is null and q.id <> me.id and ($2::text[] is null or q.status = any ($2)) and ($4::bigint[] is null or q.zone_id = any ($4))
    order by q.shape_mercator <-> me.shape_mercator, q.id
    limit $3
) p
order by metres, p.id
