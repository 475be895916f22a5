-- The project pool: one project for every twelve parcels, 2,000 at most, each after the trades of a park. Investors are invented.
create unlogged table demo_project as
with trade (park, trade, product, unit, industry_code) as (values
    (1, 0, '精密减速器', '万台', 'C3453'), (1, 1, '五轴加工中心', '台', 'C3421'), (1, 2, '新能源汽车电驱壳体', '万套', 'C3670'), (1, 3, '大型压铸模具', '套', 'C3525'), (1, 4, '高强紧固件', '吨', 'C3482'),
    (2, 0, '改性工程塑料', '吨', 'C2929'), (2, 1, '光伏玻璃', '万平方米', 'C3041'), (2, 2, '碳纤维预制件', '吨', 'C3091'), (2, 3, '水性涂料', '吨', 'C2641'), (2, 4, '特种陶瓷基板', '万片', 'C3073'),
    (3, 0, '中药配方颗粒', '吨', 'C2730'), (3, 1, '体外诊断试剂', '万人份', 'C2770'), (3, 2, '骨科植入器械', '万件', 'C3586'), (3, 3, '生物发酵原料', '吨', 'C2761'), (3, 4, '医用敷料', '万箱', 'C2770'),
    (4, 0, '预制菜', '吨', 'C1432'), (4, 1, '冷榨植物油', '吨', 'C1331'), (4, 2, '功能饮料', '万箱', 'C1529'), (4, 3, '复合调味料', '吨', 'C1469'), (4, 4, '冷链速冻食品', '吨', 'C1432'),
    (5, 0, '智能分拨中心', '万件', 'G5990'), (5, 1, '冷链仓储', '万吨', 'G5930'), (5, 2, '绿色包装', '万平方米', 'C2231'), (5, 3, '农资配送', '吨', 'F5166'), (5, 4, '保税仓储', '万吨', 'G5990'),
    (6, 0, '功能性面料', '万米', 'C1713'), (6, 1, '智能服装', '万件', 'C1811'), (6, 2, '高密度线路板', '万平方米', 'C3982'), (6, 3, '车规级连接器', '万只', 'C3989'), (6, 4, '智能照明', '万套', 'C3872')
),
numbered as (
    select g as n, hashint8extended(g, s.seed + 9001) as key, s.today, s.seed
    from demo_setting s, generate_series(1, greatest(12, least(2000, s.parcels / 12))) as g
),
drawn as (
    select n, key, today, 1 + (n - 1) % 6 as park,
           pg_temp.demo_draw(key, 1) as d1, pg_temp.demo_draw(key, 2) as d2, pg_temp.demo_draw(key, 3) as d3, pg_temp.demo_draw(key, 4) as d4, pg_temp.demo_draw(key, 5) as d5,
           pg_temp.demo_draw(key, 6) as d6, pg_temp.demo_draw(key, 7) as d7, pg_temp.demo_draw(key, 8) as d8
    from numbered
),
staged as (
    select d.*, t.product, t.unit, t.industry_code,
           (array['lead', 'talks', 'intention', 'contracted', 'to_start', 'building', 'producing', 'lost'])[1 + width_bucket(d1, array[0.16, 0.42, 0.54, 0.68, 0.78, 0.91, 0.97])] as stage,
           today - 8 - floor(240 * d2)::integer as stage_since, d6 < 0.22 as only_floor, d6 < 0.4 as takes_floor,
           (array['澄砚', '砚湾', '栖禾', '枫砚', '青篱', '白芷', '云岫', '汐岚'])[1 + floor(8 * d3)::integer] || (array['霁', '珩', '昀', '槿', '泓', '岚', '璟', '峤'])[1 + floor(8 * d4)::integer]
               || (array['越', '衡', '瀚', '崧', '恺', '砺', '昶', '檀'])[1 + floor(8 * d5)::integer] as house
    from drawn d join trade t on t.park = d.park and t.trade = floor(5 * d7)::integer
)
select *,
       -- Most entries are looked at every month or two; some lie forgotten.
       case when d8 < 0.14 and stage in ('lead', 'talks', 'intention') then today - 100 - floor(160 * d4)::integer else greatest(stage_since, today - 2 - floor(60 * d5)::integer) end as reviewed_on,
       -- 12 to 90 mu.
       round((8000 + 52000 * d3 * d3)::numeric, -2) as least_area,
       round((600 + 3400 * d3)::numeric, -2) as least_floor,
       case when stage <> 'lead' or d4 > 0.5 then round((case when only_floor then 8e6 + 5e7 * d5 else (8000 + 52000 * d3 * d3) / 666.6667 * (1.6e6 + 2.8e6 * d5) end)::numeric, -5) end as agreed
from staged;

insert into registry.project (name, investor, product, capacity, industry_code, industry_system, stage, stage_since, classes, level, agreed_yuan, arrived_yuan, officer, reviewed_on,
    takes_land, takes_floor, area_min_square_metres, area_max_square_metres, floor_area_min_square_metres, floor_area_max_square_metres, land_use_codes, power_kva, road_metres_max,
    substation_metres_max, price_per_mu_max_yuan, rent_max_yuan, investment_per_mu_yuan, height_min_metres, load_min_tonnes, industry_limits, note, change_id)
select house || product || '项目', house || (array['实业有限公司', '科技股份有限公司', '产业投资有限公司', '控股集团有限公司'])[1 + n % 4] || '（演示）', product,
       '年产 ' || (array[5, 8, 12, 20, 30, 50])[1 + floor(6 * d8)::integer] || ' ' || unit, industry_code, 'GB/T 4754-2017', stage, stage_since,
       array(select c from unnest(array['five_year_plan', 'weak_links', 'special_bond', 'domestic_demand', 'advanced_manufacturing', 'emerging_industry', 'technical_upgrade', 'supply_chain', 'low_carbon'])
             with ordinality as l (c, place) where pg_temp.demo_draw(key, 20 + place) < 0.2 order by place),
       case when d5 < 0.06 then 'province' when d5 < 0.2 then 'city' when d5 < 0.45 then 'county' when d5 < 0.9 then 'ordinary' end,
       agreed, case stage when 'building' then round(agreed * (0.2 + 0.6 * d2)::numeric, -4) when 'producing' then round(agreed * (0.9 + 0.2 * d2)::numeric, -4) when 'to_start' then round(agreed * (0.1 * d2)::numeric, -4)
                          when 'contracted' then case when d2 < 0.4 then round(agreed * (0.05 * d2)::numeric, -4) end end,
       '演示干部' || (array['一', '二', '三', '四', '五', '六'])[1 + floor(6 * d7)::integer], reviewed_on,
       not only_floor, takes_floor, case when not only_floor then least_area end, case when not only_floor then round(least_area * (1.2 + 0.5 * d7)::numeric, -2) end,
       case when takes_floor then least_floor end, case when takes_floor then round(least_floor * 1.6, -2) end,
       case when only_floor then '{}' when park = 5 then array['0604', '0601'] else array['0601'] end,
       case when d4 > 0.2 then round((case when only_floor then 100 + 500 * d2 else 400 + 3600 * d2 * d3 end)::numeric, -1) end, case when d5 > 0.25 then 100 + 50 * floor(8 * d2)::integer end,
       case when d2 > 0.45 then 600 + 100 * floor(14 * d5)::integer end, case when not only_floor and d8 > 0.15 then 120000 + 10000 * floor(11 * d7)::integer end,
       case when takes_floor then 9 + floor(10 * d8)::integer end, case when not only_floor then 1500000 + 100000 * floor(25 * d5)::integer end,
       case when takes_floor then (array[4.5, 5, 6, 7.5])[1 + floor(4 * d2)::integer] end, case when takes_floor and d2 > 0.4 then (array[0.5, 0.8, 1.0])[1 + floor(3 * d5)::integer] end,
       case when park = 3 and d2 < 0.5 then '洁净车间，500 米内不宜有涂装、饲料企业' when park = 4 and d2 < 0.4 then '不与化工、涂料企业相邻' end,
       case when reviewed_on < today - 90 then '对接人已调离，待重新联系' end, (select max(change_id) from demo_change)
from demo_project
order by n;

alter table demo_project add column project_id bigint;
update demo_project d set project_id = p.id
from (select id, row_number() over (order by id desc) as back from registry.project) p, (select count(*) as many from demo_project) c
where d.n = c.many - p.back + 1;
create index on demo_project (n);
analyze demo_project;

insert into registry.project_event (project_id, stage, on_day, note, change_id)
select project_id, e.stage, stage_since - e.before, e.note, (select max(change_id) from demo_change)
from demo_project
cross join lateral (values ('lead', 200 + (60 * d4)::integer, '敲门招商获悉', stage not in ('lead')), ('talks', 110 + (60 * d5)::integer, '来县考察', stage not in ('lead', 'talks')),
    ('contracted', 50 + (40 * d7)::integer, '签订投资协议', stage in ('to_start', 'building', 'producing')), (stage, 0, case stage when 'lost' then '落户外地' else null end, true)) as e (stage, before, note, applies)
where e.applies
order by n, e.before desc;
