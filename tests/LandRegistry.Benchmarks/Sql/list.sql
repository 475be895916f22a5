-- The yardstick of the list: the statement that the server runs for a page of 50 and one row to see whether more follow.
select p.id, p.code, p.name, p.zone_id, p.status, p.status_since, p.on_hold, p.land_use_code, p.area_square_metres,
       p.measured_area_square_metres is not null, p.boundary is not null, st_x(p.location), st_y(p.location),
       (
           select e.name
           from registry.occupancy o
           join registry.enterprise e on e.id = o.enterprise_id
           where o.parcel_id = p.id and o.role = 'holder' and o.to_on is null
           order by o.id
           limit 1
       ) as holder,
       p.updated_at, p.version, p.sort_code, p.sort_area, p.status_rank
from registry.parcels_matching({filter}) p
order by {order}
limit 51;
