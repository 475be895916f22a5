-- $1 name, $2 source, $3 licence, $4 colour; no row when nothing of the file can be shown.
insert into registry.context_layer (name, source, licence, colour, place, feature_count, west, south, east, north, change_id)
select $1, $2, $3, $4, coalesce((select max(l.place) from registry.context_layer l), 0) + 1, e.shapes, st_xmin(e.extent), st_ymin(e.extent), st_xmax(e.extent), st_ymax(e.extent), 0
from (select count(*)::integer as shapes, st_extent(s.degrees) as extent from context_shape s) e
where e.shapes > 0
returning id
