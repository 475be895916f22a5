-- Standard factories: buildings of three floors on land in use, two floors of five standing empty; and what industries each park wants.
create unlogged table demo_floor as
with houses as (
    select c.parcel_id, c.n, z.zone_id, c.park, s.today, hashint8extended(c.n, s.seed + 9101) as key, row_number() over (order by pg_temp.demo_draw(c.key, 901), c.n) as place
    from demo_course c join demo_zone z on z.park = c.park cross join demo_setting s
    where c.status = 'in_use' and c.land_use_code = '0601' and c.route is null
)
select h.*, f as floor, pg_temp.demo_draw(key, 10 + f) as d1, pg_temp.demo_draw(key, 20 + f) as d2, pg_temp.demo_draw(key, 30) as d3, pg_temp.demo_draw(key, 40 + f) as d4
from houses h cross join demo_setting s cross join generate_series(1, 3) as f
where place <= greatest(4, least(400, s.parcels / 30));

insert into registry.factory_floor (zone_id, parcel_id, building, floor, area_square_metres, height_metres, load_tonnes, power_kva, rent_yuan, vacant_since, source, change_id)
select zone_id, parcel_id, '标准厂房 ' || place || ' 号楼', floor || ' 层', round((900 + 2600 * d3)::numeric, -1), case when floor = 1 then 7.5 else 4.5 + 0.5 * floor(3 * d3)::integer end,
       case when d1 > 0.15 then case when floor = 1 then 1.5 else 0.5 + 0.25 * floor(3 * d3)::integer end end, case when d2 > 0.2 then 100 + 50 * floor(9 * d2)::integer end,
       case when d4 > 0.1 then round((case when floor = 1 then 12 else 9 end + 5 * d3)::numeric, 1) end, case when d1 < 0.4 then today - 20 - floor(400 * d4)::integer end, '园区厂房台账',
       (select max(change_id) from demo_change)
from demo_floor
order by place, floor;

insert into registry.industry_rule (zone_id, industry_code, rule, note, change_id)
select z.zone_id, r.code, r.rule, case r.rule when 'leading' then '园区主导产业' when 'barred' then '环评限制' end, (select max(change_id) from demo_change)
from demo_zone z
join (values (1, 'C34', 'leading'), (1, 'C36', 'leading'), (1, 'C35', 'admitted'), (1, 'C33', 'admitted'), (1, 'C39', 'admitted'), (1, 'C26', 'barred'),
    (2, 'C30', 'leading'), (2, 'C29', 'leading'), (2, 'C26', 'admitted'), (2, 'C33', 'admitted'), (2, 'C14', 'barred'), (2, 'C27', 'barred'),
    (3, 'C27', 'leading'), (3, 'C358', 'leading'), (3, 'C22', 'admitted'), (3, 'C14', 'admitted'), (3, 'C26', 'barred'), (3, 'C30', 'barred'),
    (4, 'C13', 'leading'), (4, 'C14', 'leading'), (4, 'C15', 'leading'), (4, 'C22', 'admitted'), (4, 'C26', 'barred'), (4, 'C29', 'barred'),
    (5, 'G59', 'leading'), (5, 'G58', 'leading'), (5, 'C22', 'admitted'), (5, 'F51', 'admitted'), (5, 'C13', 'admitted'),
    (6, 'C39', 'leading'), (6, 'C17', 'admitted'), (6, 'C18', 'admitted'), (6, 'C38', 'leading'), (6, 'C34', 'admitted'), (6, 'C26', 'barred')) as r (park, code, rule) on r.park = z.park
order by z.park, r.code;

-- Power and the way to a substation of land in the reserve, where the supplier has told.
insert into registry.infrastructure (parcel_id, item, on_day, quantity, unit, distance_metres, source, change_id)
select parcel_id, i.item, ended_on + 65, i.quantity, i.unit, i.distance, '供电方案答复单', change_id
from demo_course
cross join lateral (values ('power', round((400 + 4600 * d2 * d4)::numeric, -1), 'kVA', null, pg_temp.demo_draw(key, 911) < 0.7), ('substation', null, null, round((300 + 2200 * d5)::numeric, -1), pg_temp.demo_draw(key, 912) < 0.75)) as i (item, quantity, unit, distance, applies)
join demo_change on period = pg_temp.demo_period(ended_on + 65, today, replayed, opening)
where status in ('reserved', 'ready') and ended_on is not null and ended_on + 65 <= today and (clear or e3 > 0.2) and i.applies;
