-- The speed targets were set on parcels of 60 x 60 m with 9 vertices, some 1,700 in a z14 tile; the demo county's
-- plots are of some three hectares, about 230 in a z14 tile. A field of 250 x 250 small parcels beside the demo county
-- lets both be measured.
select registry.begin_change('benchmark', 'LoadField', 'a field of small parcels', now());
insert into registry.zone (code, name_zh, name_en, kind) values ('DENSE', '密集区', 'Dense field', 'area');
insert into registry.parcel (name, zone_id, boundary, status, status_since, source, source_id)
select 'D-' || i || '-' || j, z.id,
       st_multi(st_setsrid(st_makepolygon(st_makeline(array(
           select st_point(edge.west + (i + corner.x) * 0.000624, edge.south + (j + corner.y) * 0.000541)
           from (values (1, 0, 0), (2, 0.5, 0.02), (3, 1, 0), (4, 0.98, 0.5), (5, 1, 1), (6, 0.5, 0.98), (7, 0, 1), (8, 0.02, 0.5), (9, 0, 0)) as corner (turn, x, y)
           order by corner.turn))), 4490)),
       (array['in_use', 'in_use', 'in_use', 'suspected', 'idle', 'low_efficiency'])[1 + (i * 7 + j * 3) % 6], date '2026-01-01', 'benchmark', 'field-' || i || '-' || j
from registry.zone z,
     -- A quarter of a degree east of everything.
     (select st_xmax(e)::numeric + 0.25 as west, st_ymin(e)::numeric as south
      from (select st_transform(st_setsrid(st_extent(shape_mercator)::geometry, 3857), 4326) as e from registry.parcel) as whole) as edge,
     generate_series(0, 249) as i, generate_series(0, 249) as j
where z.code = 'DENSE'
