-- Progress of works, times in which they stood still, and what sites in the reserve have.
insert into registry.progress_report (parcel_id, as_of, developed_area_square_metres, invested_yuan, civil_works_percent, equipment_percent, source, change_id)
select parcel_id, r.as_of, round(developable * r.developed, 2), round(investment * r.invested, -2), r.civil, r.equipment, '季度进度报告', change_id
from (select * from demo_course where replayed or developed_share is not null) c
cross join lateral (values
    (stopped_on + 25, developed_share, invested_share, round(100 * developed_share), 0::numeric, developed_share is not null),
    (stopped_on - 5, round(developed_share * 0.8, 3), round(invested_share * 0.9, 3), null, null, developed_share is not null and replayed and e3 < 0.5),
    (today - (10 + 60 * d6)::integer, round((0.35 + 0.6 * d7)::numeric, 2), round((0.3 + 0.6 * d8)::numeric, 2), round((100 * d7)::numeric), round((80 * d8)::numeric),
        replayed and status = 'in_use' and completed_on is null and oddity is null and started_on < today - 90),
    (completed_on, 1, round((0.85 + 0.3 * d8)::numeric, 2), 100, 100, replayed and completed_on <= today and e4 < 0.4)
) as r (as_of, developed, invested, civil, equipment, applies)
join demo_change on period = pg_temp.demo_period(r.as_of, today, replayed, opening)
where r.applies and (developable is not null or investment is not null);

insert into registry.stoppage (parcel_id, from_on, to_on, causes, note, source, change_id)
select parcel_id, stopped_on, resumed_on, causes, case when causes = '{}' then '原因待查' end,
       case when started_on is null then '延迟原因核查' else '停工核查' end, change_id
from demo_course join demo_change on period = pg_temp.demo_period(stopped_on, today, replayed, opening)
where stopped_on <= today;

-- A standstill that is over counts for nothing, and is on record.
insert into registry.stoppage (parcel_id, from_on, to_on, causes, source, change_id)
select parcel_id, started_on + 60, started_on + 60 + (120 * d6)::integer + 10, array[(array['market', 'force-majeure', 'supply-chain'])[1 + floor(3 * e3)::integer]], '停工核查', change_id
from demo_course join demo_change on period = pg_temp.demo_period(started_on + 60, today, replayed, opening)
where status in ('in_use', 'low_efficiency') and route is null and oddity is null and e2 between 0.5 and case when replayed then 0.56 else 0.505 end
      and started_on + 200 < coalesce(completed_on, today);

insert into registry.infrastructure (parcel_id, item, on_day, quantity, unit, distance_metres, source, change_id)
select parcel_id, i.item, i.on_day, i.quantity, i.unit, i.distance, i.source, change_id
from demo_course
cross join lateral (values
    ('road', ended_on + 40, clear or e1 > 0.15, round((80 + 300 * d1)::numeric), '米', 0, '道路验收'),
    ('water', ended_on + 55, clear or e2 > 0.25, round((60 + 200 * d2)::numeric), '米', round((10 * floor(6 * d5))::numeric), '供水接入'),
    ('power', ended_on + 65, clear or e3 > 0.2, round((200 + 900 * d3)::numeric), '米', round((50 * floor(12 * d6))::numeric), '供电接入'),
    ('level_ground', ended_on + 95, clear or e4 > 0.3, round((area * 0.98)::numeric), '平方米', null, '场地平整验收'),
    ('sewage', ended_on + 70, e5 < 0.5, round((60 + 200 * d4)::numeric), '米', round((10 * floor(9 * d1))::numeric), '污水管网验收'),
    ('lighting', ended_on + 75, e6 < 0.3, round((4 + 20 * d5)::numeric), '盏', null, '路灯验收')
) as i (item, on_day, applies, quantity, unit, distance, source)
join demo_change on period = pg_temp.demo_period(i.on_day, today, replayed, opening)
where ended_on is not null and i.applies and i.on_day <= today;
