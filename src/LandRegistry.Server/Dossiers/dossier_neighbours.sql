-- $1 parcel, $2 metres, $3 how many at most. Parcels around it, nearest first: where they lie and what their land is for, and no more.
select q.id, q.code, coalesce(u.name_zh, q.land_use_code), coalesce(u.name_en, q.land_use_code), q.area_square_metres, n.metres,
       degrees(st_azimuth(st_transform(p.location, n.srid), st_transform(q.location, n.srid)))
from registry.parcel p
join registry.parcel q on q.ended_on is null and q.id <> p.id
    and q.shape_mercator && st_expand(p.shape_mercator, $2 / cos(radians(st_y(p.location))))
cross join lateral (
    select m.srid, st_distance(st_transform(coalesce(p.boundary, p.location), m.srid), st_transform(coalesce(q.boundary, q.location), m.srid)) as metres
    from (select coalesce(p.area_srid, registry.metric_srid(p.location)) as srid) m
) n
left join registry.land_use u on u.code = q.land_use_code and u.system = q.land_use_system
where p.id = $1 and n.metres <= $2
order by n.metres, q.id
limit $3
