-- What happened to the land, each fact of its own day.
insert into registry.land_fact (parcel_id, kind, on_day, test, number, source, change_id)
select parcel_id, 'actual_start', started_on, start_test, null, case when start_test is null then '企业自报' else '开工核查' end, change_id
from demo_course join demo_change on period = pg_temp.demo_period(started_on, today, replayed, opening)
where started_on <= today;

insert into registry.land_fact (parcel_id, kind, on_day, number, source, change_id)
select parcel_id, 'completion', completed_on, case when replayed then '澄砚竣备' || lpad(n::text, 6, '0') end, '竣工验收备案', change_id
from demo_course join demo_change on period = pg_temp.demo_period(completed_on, today, replayed, opening)
where completed_on <= today;

insert into registry.land_fact (parcel_id, kind, on_day, value, number, source, document_id, change_id)
select l.parcel_id, f.kind, f.on_day, f.value, f.number, f.source,
       case when f.kind = 'delivery' and replayed then (select d.id from registry.document d where d.parcel_id = l.parcel_id and d.kind = 'delivery-confirmation') end, change_id
-- Of a large register land in use has hardly any.
from (select * from demo_course where replayed or status <> 'in_use' or e5 < 0.1) l
cross join lateral (values
    ('filing', filed_on, filed_on is not null, null, county_code || extract(year from filed_on) || 'J' || lpad(n::text, 8, '0'), '土地市场动态监测与监管系统'),
    ('delivery', delivered_on, has_contract, null, null, '国有建设用地交地确认书'),
    ('construction_permit', permit_on, permit_on is not null, null, '澄砚施许' || lpad(n::text, 6, '0'), '建筑工程施工许可证'),
    ('publication', status_since + case status when 'idle' then 3 else -95 end, idle_kind is not null and route is distinct from 'type-a-13-months', null, null, '县自然资源局网站'),
    ('publication_withdrawn', status_since + 60, route = 'disposed', null, null, '县自然资源局网站'),
    ('willingness', status_since - 3, status in ('idle', 'low_efficiency', 'disposing', 'investigating') and e4 < 0.8,
        case when route in ('type-b-14-months', 'government-cause') then 'willing' else (array['willing', 'willing', 'watching', 'refusing'])[1 + floor(4 * e6)::integer] end, null, '走访企业'),
    ('title_search', status_since - 8, idle_kind is not null and e2 > 0.35, null, null, '不动产登记查询'),
    ('right_ended', status_since + 50, route = 'disposed', null, null, '收回协议'),
    ('right_registered', status_since + 50, route = 'disposed', null, '澄砚储备登记' || lpad(n::text, 6, '0'), '不动产登记簿'),
    -- The way through the reserve (Article 21). Ready land has all of it; of other land in the reserve some is missing.
    ('right_ended', ended_on, ended_on is not null, null, null, '收回决定'),
    ('right_registered', ended_on + 20, ended_on is not null and (clear or e1 > 0.2), null, '澄砚储备登记' || lpad(n::text, 6, '0'), '不动产登记簿'),
    ('title_search', ended_on + 25, ended_on is not null and (clear or e2 > 0.2), null, null, '不动产登记查询'),
    ('compensation_search', ended_on + 30, ended_on is not null and (clear or e3 > 0.3), null, null, '补偿台账核对'),
    ('planning_conditions', ended_on + 60, ended_on is not null and (clear or e4 > 0.4), null, '澄砚规条〔' || extract(year from ended_on + 60) || '〕' || n || '号', '规划条件通知书'),
    ('survey_updated', ended_on + 50, ended_on is not null and (clear or e5 > 0.3), null, null, '年度变更调查'),
    ('former_use', ended_on + 10, ended_on is not null and (clear or e6 > 0.2), case when land_use_code in ('0601', '0604') then 'industrial' else 'other' end, null, '地籍档案'),
    ('soil_survey', ended_on + 80, ended_on is not null and land_use_code in ('0601', '0604') and (clear or e1 > 0.3), null, '澄砚土调' || lpad(n::text, 6, '0'), '土壤污染状况调查报告'),
    ('standard_land', ended_on + 90, ended_on is not null and d3 < 0.35, case when clear or e2 > 0.5 then 'set' else 'required' end, null, '标准地指标表')
) as f (kind, on_day, applies, value, number, source)
join demo_change on period = pg_temp.demo_period(f.on_day, today, replayed, opening)
where f.applies and f.on_day <= today and (replayed or status <> 'in_use' or (f.kind = 'filing' and e5 < 0.1));

-- What a case published and withdrew before the land went through the reserve, or was closed out.
insert into registry.land_fact (parcel_id, kind, on_day, source, change_id)
select parcel_id, f.kind, f.on_day, '县自然资源局网站', change_id
from demo_course
cross join lateral (values ('publication', status_since - case way when 'recovered' then 435 when 'offered' then 935 when 'again' then 1185 else 455 end),
                           ('publication_withdrawn', status_since - case way when 'recovered' then 10 when 'offered' then 510 when 'again' then 910 else 5 end)) as f (kind, on_day)
join demo_change on period = pg_temp.demo_period(f.on_day, today, replayed, opening)
where way in ('recovered', 'offered', 'again', 'paid');

-- Conditions under which land of the reserve shall be supplied again.
insert into registry.supply_conditions (parcel_id, on_day, number, floor_area_ratio_min, floor_area_ratio_max, building_density_max, green_ratio_min, height_max_metres,
    investment_per_mu_yuan, output_per_mu_yuan, tax_per_mu_yuan, energy_per_output_max, term_years, price_per_mu_yuan, price_basis, source, change_id)
select parcel_id, on_day, '澄砚供条〔' || extract(year from on_day) || '〕' || n || '号', case when is_industry then 1.0 else 0.8 end,
       case when is_industry then 1.6 + 0.2 * floor(5 * e1)::integer else 1.2 + 0.1 * floor(6 * e1)::integer end, case when is_industry then 0.55 else 0.40 end,
       case when is_industry then 0.10 else 0.20 end, case when is_industry then 36 else 24 end, case when is_industry then 1500000 + 100000 * floor(12 * e2)::integer end,
       case when is_industry then 2500000 + 100000 * floor(10 * e3)::integer end, case when is_industry then 80000 + 5000 * floor(14 * e5)::integer end,
       case when is_industry and e6 < 0.6 then 0.18 end, case when is_industry then 50 else 40 end, 110000 + 2000 * floor(40 * d1)::integer,
       (array['benchmark', 'appraisal', 'lowest'])[1 + floor(3 * e6)::integer], '供应方案', change_id
from (select *, ended_on + 62 as on_day, land_use_code in ('0601', '0604') as is_industry from demo_course
      where status in ('reserved', 'ready', 'listed') and ended_on + 62 <= today and (clear or e4 > 0.4)) l
join demo_change on period = pg_temp.demo_period(l.on_day, today, replayed, opening);
