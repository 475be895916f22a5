-- What the register was at the match is told by its newest change.
update registry.import
set counts = @counts::jsonb,
    seen_change = (select max(c.id) from registry.change c),
    extent = (
        select st_envelope(st_setsrid(st_extent(coalesce(r.boundary, r.location, r.mended))::geometry, 4490))
        from registry.import_row r where r.import_id = @import
        having st_area(st_extent(coalesce(r.boundary, r.location, r.mended))::geometry) > 0)
where id = @import
