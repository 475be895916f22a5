-- Unified social credit code (GB 32100): kind, county, organisation code with its check digit (GB 11714), check digit.
create or replace function pg_temp.demo_credit_code(county_code text, serial bigint) returns text
language sql immutable parallel safe as $$
    select body17 || substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + ((31 - (
        select sum((position(substr(body17, d, 1) in '0123456789ABCDEFGHJKLMNPQRTUWXY') - 1)
                   * (array[1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28])[d])
        from generate_series(1, 17) as d) % 31) % 31)::integer, 1)
    from (
        select '91' || county_code || body8 || substr('0123456789X0', 1 + (11 - (
            select sum((position(substr(body8, d, 1) in '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ') - 1)
                       * (array[3, 7, 9, 10, 5, 8, 4, 2])[d])
            from generate_series(1, 8) as d) % 11)::integer, 1) as body17
        from (
            select 'MA' || string_agg(substr('0123456789ABCDEFGHJKLMNPQRTUWXY', 1 + (serial / power % 31)::integer, 1), '') as body8
            from unnest(array[1, 31, 961, 29791, 923521, 28629151]) as power
        ) b8
    ) b17
$$;

-- Names are put together from invented place words, two rare characters, a trade and a form of company. Counting
-- through the pools with a stride prime to their product gives each enterprise a combination of its own.
create unlogged table demo_enterprise as
with pool as (
    select string_to_array('澄砚 澄砚县 砚湾 砚西 栖禾 枫砚 青篱 白芷', ' ') as places,
           string_to_array('霁 澍 珩 琤 翊 昀 屿 榆 槿 蘅 漪 泓 筠 岚 黛 沐 栩 璟 煦 朔 苓 荻 峤 湜', ' ') as firsts,
           string_to_array('越 岳 衡 珂 晖 瀚 骋 崧 屹 沣 禹 恺 钧 彧 砺 铄 桓 昶 暄 榕 檀 朴 茗 泽', ' ') as seconds,
           string_to_array('有限公司 有限责任公司 股份有限公司 实业有限公司', ' ') as forms
),
trade (trade, name, industry_code, park) as (values
    (0, '精密机械', 'C34', 1), (1, '数控装备', 'C34', 1), (2, '汽车零部件', 'C36', 1), (3, '模具', 'C35', 1), (4, '金属制品', 'C33', 1),
    (5, '新材料', 'C30', 2), (6, '塑胶制品', 'C29', 2), (7, '涂料', 'C26', 2), (8, '玻璃制品', 'C30', 2), (9, '复合材料', 'C30', 2),
    (10, '生物医药', 'C27', 3), (11, '中药饮片', 'C27', 3), (12, '医疗器械', 'C35', 3), (13, '生物科技', 'C27', 3), (14, '卫生用品', 'C22', 3),
    (15, '食品', 'C14', 4), (16, '粮油', 'C13', 4), (17, '饮料', 'C15', 4), (18, '调味品', 'C14', 4), (19, '冷链食品', 'C13', 4),
    (20, '物流', 'G59', 5), (21, '仓储', 'G59', 5), (22, '包装材料', 'C22', 5), (23, '供应链管理', 'G58', 5), (24, '农资', 'F51', 5),
    (25, '纺织', 'C17', 6), (26, '服饰', 'C18', 6), (27, '家居用品', 'C21', 6), (28, '电子元件', 'C39', 6), (29, '照明电器', 'C38', 6)
),
numbered as (
    select n, s.county_code, hashint8extended(n, s.seed + 500) as key, 1 + (n - 1) % 6 as park,
           -- 8 places x 24 x 24 x 5 trades of the park x 4 forms = 92160; 7919 is prime to it.
           (((n - 1) / 6 * 7919::bigint + abs(s.seed % 50000)) % 92160)::integer as pick,
           -- 31 ^ 6 = 887503681; 514229 is prime to it.
           (n * 514229::bigint + abs(s.seed % 887503681)) % 887503681 as serial
    from demo_setting s, generate_series(1, s.enterprises) as n
)
select e.n, e.key, e.park,
       places[1 + pick % 8] || firsts[1 + pick / 8 % 24] || seconds[1 + pick / 192 % 24] as short_name,
       t.name || forms[1 + pick / 23040] as trade_name, t.industry_code,
       pg_temp.demo_credit_code(e.county_code, serial) as credit_code
from numbered e
cross join pool
join trade t on t.trade = (e.park - 1) * 5 + pick / 4608 % 5;

insert into registry.enterprise (credit_code, name, former_names, industry_code, scale, operating_state, producing_since, is_exempt, source, source_id, change_id)
select case when pg_temp.demo_draw(key, 1) > 0.03 then credit_code end, short_name || trade_name,
       case when pg_temp.demo_draw(key, 2) < 0.12 then array[short_name || '实业有限公司筹建处'] else '{}' end,
       case when pg_temp.demo_draw(key, 3) > 0.06 then industry_code end,
       case when pg_temp.demo_draw(key, 4) < 0.32 then 'above' when pg_temp.demo_draw(key, 4) < 0.93 then 'below' end,
       (array['normal', 'limited', 'half_stopped', 'stopped', 'loss_making', 'resumed', 'trial', null])
           [1 + width_bucket(pg_temp.demo_draw(key, 5), array[0.66, 0.74, 0.79, 0.86, 0.91, 0.94, 0.97])],
       case when pg_temp.demo_draw(key, 14) > 0.05 then make_date(extract(year from s.today)::integer - 3 - (12 * pg_temp.demo_draw(key, 11))::integer, 1 + (11 * pg_temp.demo_draw(key, 12))::integer, 1) end,
       pg_temp.demo_draw(key, 13) < 0.03, 'demo', s.zone_code || '-E' || n, 0
from demo_enterprise, demo_setting s
order by n;

-- The n-th of a park, counted from 1, with its key in the register.
create unlogged table demo_tenant as
select e.park, ((e.n - 1) / 6 + 1)::integer as nth, e.short_name, r.id as enterprise_id
from demo_enterprise e, demo_setting s, registry.enterprise r
where r.source = 'demo' and r.source_id = s.zone_code || '-E' || e.n;
create index on demo_tenant (park, nth);
analyze demo_tenant;
