select registry.hold_ground(g.box)
from (
    select st_setsrid(st_extent(coalesce(r.mended, r.boundary))::geometry, 4490) as box
    from registry.import_row r where r.import_id = @import and coalesce(r.mended, r.boundary) is not null
) g
where g.box is not null
