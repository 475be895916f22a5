-- $1 boundary (EPSG:4490, valid), $2 zone or null. Measured as registry.parcel_derive does.
select registry.measured_area($1, st_x(st_pointonsurface($1))), registry.gauss_kruger_srid(st_x(st_pointonsurface($1))),
       (select st_intersects(z.extent, $1) from registry.zone z where z.id = $2)
