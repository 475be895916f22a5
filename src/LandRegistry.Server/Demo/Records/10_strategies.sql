-- One enterprise, one policy: for most enterprises on idle or low-efficiency land. Some have none, some only a draft with an empty
-- slot, so that the gap report has rows. Steps are laid back from the end.
create unlogged table demo_strategy as
with wanted as (
    select f.*, row_number() over (order by f.n) as place, l.n as land, l.status, l.idle_kind, l.area, l.route
    from demo_firm f
    join (
        select distinct on (o.enterprise_id) o.enterprise_id, c.n, c.status, c.idle_kind, c.area, c.route
        from demo_occupancy o join demo_course c using (parcel_id)
        where o.to_on is null and o.role = 'holder' and c.status in ('idle', 'low_efficiency', 'disposing')
        order by o.enterprise_id, (c.route is null), c.n
    ) l using (enterprise_id)
    where f.idle and (f.replayed or f.f4 < 0.3)
),
chosen as (
    select *,
           case when route in ('type-b-14-months', 'government-cause', 'agreed-recovery') then 'approved'
                when f1 < 0.12 then 'none' when f1 < 0.22 then 'draft' when f1 < 0.27 and replayed then 'second' else 'approved' end as standing,
           (array['restructuring', 'merger', 'capital_increase', 'upgrade_in_place', 'land_swap', 'relocation', 'agreed_recovery', 'secondary_promotion',
                  'split_or_lease', 'standard_factory', 'interim_use', 'reclamation', 'other'])[1 + place % 13] as type
    from wanted
)
select *, today - (20 + 250 * f2)::integer as approved_on, today + (-60 + 500 * f3)::integer as end_on, 1 + floor(4 * f4)::integer as investor_place
from chosen
where standing <> 'none';

analyze demo_strategy;

insert into registry.strategy (enterprise_id, number, type, leader, officer, plan_document, court_kind, court_name, court_case_number, court_administrator, court_accepted_on,
    investor, investor_stage, target_area_square_metres, target_investment_yuan, target_yearly_tax_yuan, target_jobs,
    result_area_square_metres, result_investment_yuan, result_yearly_tax_yuan, result_jobs, is_exemplar, end_on, approved_on, replaced_on, note, change_id)
select enterprise_id, v.number, v.type,
       '演示领导' || (array['甲', '乙', '丙', '丁', '戊'])[1 + floor(5 * f1)::integer],
       case when v.standing <> 'draft' or f2 < 0.4 then '演示干部' || (array['一', '二', '三', '四', '五', '六'])[1 + floor(6 * f2)::integer] end,
       case when v.standing <> 'draft' or f2 > 0.7 then '澄砚盘活〔' || year || '〕' || place || '号' end,
       case when v.type = 'restructuring' then '重整' end, case when v.type = 'restructuring' then '澄砚县人民法院（演示）' end,
       case when v.type = 'restructuring' then '（' || year - 1 || '）演破' || place || '号' end, case when v.type = 'restructuring' then '砚湾律师事务所（演示）' end,
       case when v.type = 'restructuring' then s.approved_on - 60 end,
       case when f3 > 0.25 then (array['栖禾健康食品产业园（演示）', '砚湾装备集团（演示）', '青篱冷链投资（演示）', '白芷生物控股（演示）'])[investor_place] end,
       case when f3 > 0.25 then (array['contact', 'talks', 'contracted', 'arrived'])[investor_place] end,
       round((area * 0.9)::numeric), round((area / 666.6667 * 3e6)::numeric, -4), round((area / 666.6667 * 1.5e5)::numeric, -3), greatest(5, (area / 400)::integer),
       case when v.standing = 'approved' and investor_place = 4 then round((area * 0.6)::numeric) end,
       case when v.standing = 'approved' and investor_place = 4 then round((area / 666.6667 * 1.8e6)::numeric, -4) end, null::numeric, null::integer,
       v.standing = 'approved' and place % 29 = 3, end_on, v.approved_on, v.replaced_on, null, change_id
from demo_strategy s
cross join lateral (values
    (1, case when s.standing = 'second' then 'secondary_promotion' else s.type end, case when s.standing = 'draft' then 'draft' else 'approved' end,
        case when s.standing = 'second' then s.approved_on - 300 when s.standing = 'approved' then s.approved_on end, case when s.standing = 'second' then s.approved_on end, true),
    (2, s.type, 'approved', s.approved_on, null::date, s.standing = 'second')
) as v (number, type, standing, approved_on, replaced_on, applies)
where v.applies
order by place, v.number;

insert into registry.strategy_step (strategy_id, enterprise_id, position, name, days, department, assignee, start_by, due_on, done_on, change_id)
select strategy_id, enterprise_id, position, name, days, department, assignee, due_on - days + 1, due_on,
       case when approved_on is not null and due_on < today and late_draw > 0.25 then greatest(approved_on, due_on - (20 * late_draw)::integer) end, change_id
from (
    select t.id as strategy_id, t.enterprise_id, t.approved_on, s.today, s.change_id, p.position, p.name, p.days, p.department, pg_temp.demo_draw(s.key, 30 + p.position) as late_draw,
           '演示干部' || (array['一', '二', '三', '四', '五', '六'])[1 + floor(6 * pg_temp.demo_draw(s.key, 40 + p.position))::integer] as assignee,
           s.end_on - coalesce(sum(p.days) over (partition by t.id order by p.position rows between 1 following and unbounded following), 0)::integer as due_on
    from demo_strategy s
    join registry.strategy t on t.enterprise_id = s.enterprise_id
    cross join lateral (values
        (1, '摸清权属和债务', 30, '自然资源局'), (2, case t.type when 'restructuring' then '法院受理和债权申报' when 'relocation' then '签订搬迁补偿协议' when 'agreed_recovery' then '签订收回协议'
            when 'secondary_promotion' then '二次招商洽谈' else '与企业商定方案' end, 60, '开发区管委会'), (3, '签约并办理手续', 45, '行政审批局'), (4, '进场实施', 120, '经济和信息化局'),
        (5, '验收评估', 20, '开发区管委会')) as p (position, name, days, department)
    where p.position <= 4 or s.f4 > 0.5
) w
order by strategy_id, position;
