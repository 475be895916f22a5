-- Whether a file says of a boundary what the register has: formats turn rings round, begin them elsewhere, and round to a tenth of a millimetre.
create function registry.same_ground(a geometry, b geometry) returns boolean language sql immutable parallel safe as $$
    select a = b or (
        st_npoints(a) = st_npoints(b) and st_nrings(a) = st_nrings(b) and st_numgeometries(a) = st_numgeometries(b)
        and case when st_npoints(a) <= 5000 then st_hausdorffdistance(a, b) < 2e-9 else st_normalize(a) = st_normalize(b) end)
$$;
comment on function registry.same_ground(geometry, geometry) is
    'True for boundaries (EPSG:4490) that are the same corner by corner within 0.2 mm (2e-9 degrees), whatever corner or direction they begin with; beyond 5,000 corners, exactly.';
