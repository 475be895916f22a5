-- The county is invented: no division of GB/T 2260 has a code that begins with 99. Parks are made of whole superblocks.
create unlogged table demo_park as
with half as (select sqrt(parcels * 31000.0) / 2 as half from demo_setting)
select * from half, lateral (values
    (1, 'YW', '砚湾先进制造园', 'Yanwan Advanced Manufacturing Park', 0.0, 0.0),
    (2, 'CN', '澄南新材料园', 'Chengnan New Materials Park', 0.1 * half, -0.8 * half),
    (3, 'BZ', '白芷生物医药园', 'Baizhi Biomedicine Park', 0.85 * half, 0.0),
    (4, 'QL', '青篱食品产业园', 'Qingli Food Industry Park', 0.45 * half, 0.8 * half),
    (5, 'FY', '枫砚智慧物流园', 'Fengyan Smart Logistics Park', -0.5 * half, 0.75 * half),
    (6, 'QH', '栖禾返乡创业园', 'Qihe Returnee Start-up Park', -0.9 * half, -0.15 * half)) as p (park, letters, name_zh, name_en, x, y);

create unlogged table demo_ward as
select b.id as superblock, b.i, b.j, p.park,
       st_makepolygon(st_makeline(array(
           select pg_temp.demo_plan(x0 + (x1 - x0) * u, y0 + (y1 - y0) * v)
           from unnest(array[0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0, 0, 0, 0, 0],
                       array[0, 0, 0, 0, 0, 0.25, 0.5, 0.75, 1, 1, 1, 1, 1, 0.75, 0.5, 0.25, 0]) as c (u, v)))) as plan
from demo_superblock b
cross join lateral (
    select park from demo_park p
    order by st_distance(st_point(p.x, p.y), pg_temp.demo_plan((x0 + x1) / 2, (y0 + y1) / 2)), park limit 1
) p
where b.id in (select superblock from demo_shape);

create unlogged table demo_extent as
select park, st_union(st_snaptogrid(plan, 0.001)) as plan from demo_ward group by park;

insert into registry.zone (parent_id, code, name_zh, name_en, kind, county_code, county_is_invented, extent, change_id)
select null, zone_code, '澄砚县（虚构演示）', 'Chengyan County (invented, for demonstration)', 'county', county_code, true,
       -- A county border of its own making: a circle with three swings, wide enough for the whole plan.
       st_multi(pg_temp.demo_ground(st_makepolygon((
           select st_makeline(st_point(
               st_x(middle) + radius * (1 + 0.16 * sin(2 * a + 0.8) + 0.08 * sin(5 * a + 2) + 0.04 * sin(11 * a)) * cos(a),
               st_y(middle) + radius * (1 + 0.16 * sin(2 * a + 0.8) + 0.08 * sin(5 * a + 2) + 0.04 * sin(11 * a)) * sin(a)) order by t)
           from (select t, case when t = 120 then 0 else 2 * pi() * t / 120 end as a from generate_series(0, 120) as t) c)), shrink, ordinal)), 0
from demo_setting,
     lateral (select st_centroid(st_envelope(st_collect(plan))) as middle,
                     0.95 * st_distance(st_centroid(st_envelope(st_collect(plan))), st_point(st_xmax(st_extent(plan)), st_ymax(st_extent(plan)))) as radius
              from demo_extent) e;

insert into registry.zone (parent_id, code, name_zh, name_en, kind, county_code, county_is_invented, extent, change_id)
select c.id, zone_code || '-EDZ', '澄砚经济开发区（演示）', 'Chengyan Economic Development Zone (demo)', 'development_zone', s.county_code, true,
       (select st_multi(pg_temp.demo_ground(st_union(plan), shrink, s.ordinal)) from demo_extent), 0
from demo_setting s join registry.zone c on c.code = s.zone_code;

insert into registry.zone (parent_id, code, name_zh, name_en, kind, county_code, county_is_invented, extent, change_id)
select d.id, s.zone_code || '-' || p.letters, p.name_zh, p.name_en, 'park', s.county_code, true,
       (select st_multi(pg_temp.demo_ground(e.plan, shrink, s.ordinal)) from demo_extent e where e.park = p.park), 0
from demo_setting s join registry.zone d on d.code = s.zone_code || '-EDZ' cross join demo_park p
order by p.park;

create unlogged table demo_zone as
select p.park, p.letters, p.name_zh, z.id as zone_id
from demo_setting s cross join demo_park p join registry.zone z on z.code = s.zone_code || '-' || p.letters;
analyze demo_ward;
analyze demo_zone;
analyze demo_park;
