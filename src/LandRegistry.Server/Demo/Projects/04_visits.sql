-- Visits to enterprises: idle and stopped ones and those above the designated size, with what was found; plans, some overdue; marks of the watch list.
create unlogged table demo_visited as
select f.*, e.scale, pg_temp.demo_draw(f.key, 51) as g1, pg_temp.demo_draw(f.key, 52) as g2, pg_temp.demo_draw(f.key, 53) as g3,
       '演示干部' || (array['一', '二', '三', '四', '五', '六'])[1 + floor(6 * pg_temp.demo_draw(f.key, 54))::integer] as visitor
from demo_firm f join registry.enterprise e on e.id = f.enterprise_id
where (f.idle or f.state in ('stopped', 'half_stopped', 'loss_making') or e.scale = 'above') and pg_temp.demo_draw(f.key, 55) < case when f.replayed then 0.5 else 0.03 end;

insert into registry.enterprise_visit (enterprise_id, kind, on_day, visitor, premises, seen, source, change_id)
select enterprise_id, case when (k + n) % 3 = 0 then 'inspection' else 'call' end, today - 4 - floor(40 * g1)::integer - 31 * (k - 1), visitor,
       case when (k + n) % 3 = 0 then (array['一号车间', '二号车间', '原料仓库', '锅炉房'])[1 + (k + n) % 4] end,
       case when state in ('stopped', 'half_stopped') then '设备停运，留守人员三至五人' when idle then '厂区部分闲置，办公楼在用' else '正常生产，订单排至下月' end, '走访记录', change_id
from demo_visited cross join generate_series(1, 3) as k
where k <= 1 + floor(3 * g2)::integer
order by n, k;

insert into registry.enterprise_finding (enterprise_id, visit_id, found, due_on, rectified_on, note, source, change_id)
select v.enterprise_id, v.id, (array['消防通道被占用', '安全生产台账不全', '危废暂存不规范', '特种设备超期未检', '厂房局部渗漏'])[1 + floor(5 * d)::integer], v.on_day + 30,
       case when d < 0.78 then least(d2.today - 1, v.on_day + 6 + floor(30 * d)::integer) end, case when d < 0.78 then '复查合格' end, '检查记录', v.change_id
from registry.enterprise_visit v
join demo_visited d2 on d2.enterprise_id = v.enterprise_id
cross join generate_series(1, 2) as k
cross join lateral (select pg_temp.demo_draw(d2.key, 60 + 7 * k + extract(month from v.on_day)::integer) as d) draw
where v.kind = 'inspection' and (k = 1 or d < 0.6)
order by v.id, k;

insert into registry.visit_plan (enterprise_id, every_days, from_on, visitor, note, source, change_id)
select enterprise_id, case when idle or state in ('stopped', 'half_stopped') then 30 else 90 end, today - 200, visitor, '重点企业走访安排', '走访安排', change_id
from demo_visited where g3 < 0.7
order by n;

insert into registry.watch_mark (enterprise_id, from_on, note, source, change_id)
select enterprise_id, today - 30 - floor(60 * g2)::integer, (array['反映拖欠工资', '用电量连续三月下降', '拟转让厂房', '主要客户流失'])[1 + floor(4 * g1)::integer], visitor, change_id
from demo_visited where g3 > 0.88
order by n;
