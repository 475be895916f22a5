-- What the register was at the match is told by its newest change.
update registry.import
set counts = @counts::jsonb,
    seen_change = (select max(c.id) from registry.change c),
    -- One point, or points in a line, have no area to show: some ground around them does.
    extent = (
        select st_setsrid(case when st_area(x.box) > 0 then st_envelope(x.box) else st_expand(x.box, 0.0005) end, 4490)
        from (select st_extent(coalesce(r.boundary, r.location, r.mended))::geometry as box from registry.import_row r where r.import_id = @import) x
        where x.box is not null)
where id = @import
