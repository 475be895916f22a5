-- $1 parcel, $2 tolerance in metres, $3 the zones that may be seen, null for all. Standing parcels that share edge with it, longest first; those that touch in a point last, with 0.
with me as (
    select p.id, p.boundary, registry.metric_srid(p.boundary) as srid, st_transform(p.boundary, registry.metric_srid(p.boundary)) as metric
    from registry.parcel p
    where p.id = $1 and p.ended_on is null and p.boundary is not null
)
select n.id, n.code, n.name, n.status, n.on_hold, n.version, n.area_square_metres,
       -- Rounding a corner within the tolerance gives a few centimetres of edge that nobody shares.
       case when n.shared > 6 * $2 then n.shared else 0 end as shared,
       (select e.name from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
        where o.parcel_id = n.id and o.role = 'holder' and o.to_on is null and not o.withdrawn order by o.id limit 1)
from (
    select p.*, st_length(st_intersection(st_boundary(me.metric), st_buffer(st_transform(p.boundary, me.srid), $2, 'join=mitre'))) as shared
    from me
    join registry.parcel p on p.boundary && st_expand(me.boundary, $2 / 100000) and p.id <> me.id and p.ended_on is null
    where ($3::bigint[] is null or p.zone_id = any ($3)) and st_dwithin(st_transform(p.boundary, me.srid), me.metric, $2)
) n
order by shared desc, n.id
