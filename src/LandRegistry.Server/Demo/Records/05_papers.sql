-- Papers without scans, and visits to the site. Of a large register the papers stay in the cabinet.
insert into registry.document (parcel_id, kind, number, title, issued_on, source, change_id)
select parcel_id, p.kind, p.number, p.title, p.issued_on, p.source, change_id
from demo_course
cross join lateral (values
    ('contract', has_contract and right_type is distinct from 'allocated', zone_code || '-' || extract(year from first_signed_on) || '-' || lpad(n::text, 5, '0'),
     case when right_type like 'collective%' then '集体经营性建设用地使用权合同' when right_type = 'leased' then '国有建设用地租赁合同'
          when right_type = 'contributed' then '国有建设用地使用权作价出资合同' else '国有建设用地使用权出让合同' end, first_signed_on, '合同档案'),
    ('allocation', has_contract and right_type = 'allocated', zone_code || '-划' || extract(year from first_signed_on) || '-' || lpad(n::text, 5, '0'),
     '国有建设用地划拨决定书', first_signed_on, '划拨档案'),
    ('delivery-confirmation', has_contract and e3 > 0.1 and status <> 'in_use', '澄砚交地〔' || extract(year from delivered_on) || '〕' || n || '号', '国有建设用地交地确认书', delivered_on, '交地档案'),
    ('completion-report', completed_on is not null and e3 < 0.4, '澄砚竣字〔' || extract(year from completed_on) || '〕' || n || '号', '建设项目竣工申报书', completed_on, '竣工档案'),
    ('map', ready_on is not null and status <> 'awarded', '澄砚测〔' || extract(year from ready_on) || '〕' || n || '号', '宗地图', ready_on - 40, '测绘成果'),
    ('certificate', completed_on is not null and e4 < 0.5, '澄砚不动产权第' || lpad(n::text, 7, '0') || '号', '不动产权证书', completed_on + 45, '不动产登记簿')
) as p (kind, applies, number, title, issued_on, source)
join demo_change on period = pg_temp.demo_period(p.issued_on, today, replayed, opening)
where replayed and p.applies and p.issued_on <= today
order by n, p.kind;

insert into registry.inspection (parcel_id, on_day, inspector, seen, position, note, source, change_id)
select l.parcel_id, v.on_day, '演示巡查' || (array['一', '二', '三', '四'])[1 + floor(d8 * 4)::integer] || '组',
       case when status in ('idle', 'suspected', 'investigating') and started_on is null then (array['现场未动工，杂草丛生', '已围挡，未见施工机械', '平整后闲置，无人看管'])[1 + floor(3 * e3)::integer]
            when stopped_on is not null and started_on is not null then (array['厂房框架停工，塔吊已拆除', '仅完成部分基础，工地无人', '停工，门卫一人'])[1 + floor(3 * e3)::integer]
            when status = 'low_efficiency' then (array['厂房大部空置，仅一条线生产', '设备停用，仓库出租'])[1 + floor(2 * e3)::integer]
            when in_reserve then (array['地面已清理，围挡完好', '尚有堆土未清运', '地上建筑物已拆除'])[1 + floor(3 * e3)::integer]
            when completed_on is null and status = 'in_use' then '施工正常'
            else '生产正常' end,
       case when e4 < 0.6 then (select st_setsrid(st_translate(p.location, 0.0001 * (e1 - 0.5), 0.0001 * (e2 - 0.5)), 4490) from registry.parcel p where p.id = l.parcel_id) end,
       case when e5 < 0.2 then '企业负责人未到场' end, '日常巡查', change_id
from demo_course l
cross join lateral (values (today - (1 + 380 * d6)::integer, d6 < 0.8), (today - (400 + 300 * d6)::integer, status <> 'in_use' and d5 < 0.6)) as v (on_day, applies)
join demo_change on period = pg_temp.demo_period(v.on_day, today, replayed, opening)
where v.applies and (replayed or (status <> 'in_use' and e6 < 0.1))
order by n, v.on_day;
