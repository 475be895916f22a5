-- Where the register's zones lie, or one of them, degrees; no row where none is drawn.
select st_xmin(t.ground), st_xmax(t.ground), st_ymin(t.ground), st_ymax(t.ground)
from (select st_extent(z.extent) as ground from registry.zone z where @zone::text is null or z.code = @zone) t
where t.ground is not null
