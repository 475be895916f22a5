-- Every reading of every row as longitude and latitude. WGS 84, ETRS89 and CGCS2000 are shown as one, so that PROJ is
-- asked for WGS 84, which all systems reach, and the result is stored as CGCS2000 (EPSG:4490).
select r.row_number, r.reading, st_x(g.place), st_y(g.place)
from unnest(@rows, @readings, @srids, @xs, @ys, @zs) as r (row_number, reading, srid, x, y, z)
cross join lateral (
    select case when r.srid = 4326 then st_setsrid(st_makepoint(r.x, r.y), 4326)
                else st_transform(st_setsrid(st_makepoint(r.x, r.y, r.z), r.srid), 4326) end as place
) g
order by r.row_number, r.reading
