-- $1 parcels that were entered, $2 the tolerance, metres, $3 the zones that the person may see, null for all. Each with what its boundary is judged on:
-- a row for every neighbour that it lies on, or one without; of a neighbour beyond sight nothing but that it is there.
select p.id, p.boundary::geometry, p.measured_area_square_metres::double precision, st_intersects(z.extent, p.boundary),
       o.parcel_id, o.name, o.area_square_metres, o.place, $3::bigint[] is null or n.zone_id = any ($3)
from registry.parcel p
join registry.zone z on z.id = p.zone_id
left join lateral (select * from registry.overlaps_of(p.boundary, array[p.id], $2) limit 20) o on true
left join registry.parcel n on n.id = o.parcel_id
where p.id = any ($1) and p.boundary is not null
order by p.id, o.area_square_metres desc, o.parcel_id
