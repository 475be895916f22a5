-- Figures of the last full years, operating states over time, and signs of zombies. Of a large register every tenth enterprise reports.
create unlogged table demo_firm as
select e.n, e.key, r.id as enterprise_id, r.operating_state as state, s.today, s.replayed, coalesce(a.mu, 0) as mu, a.idle,
       extract(year from s.today)::integer as year,
       pg_temp.demo_draw(e.key, 11) as f1, pg_temp.demo_draw(e.key, 12) as f2, pg_temp.demo_draw(e.key, 13) as f3, pg_temp.demo_draw(e.key, 14) as f4,
       (select max(change_id) from demo_change) as change_id
from demo_enterprise e
cross join demo_setting s
join registry.enterprise r on r.source = 'demo' and r.source_id = s.zone_code || '-E' || e.n
left join (
    select o.enterprise_id, sum(l.area) / 666.6667 as mu, bool_or(l.status in ('idle', 'low_efficiency', 'disposing')) as idle
    from demo_occupancy o join demo_course l using (parcel_id)
    where o.to_on is null and o.role in ('holder', 'lessee')
    group by o.enterprise_id
) a on a.enterprise_id = r.id;

analyze demo_firm;

insert into registry.enterprise_metric (enterprise_id, name, from_on, to_on, amount, is_estimated, note, source, change_id)
select enterprise_id, m.name, make_date(y.year, 1, 1), make_date(y.year, 12, 31), round(m.amount::numeric, m.digits), y.year = f.year - 1 and f3 < 0.15,
       case when y.year = f.year - 1 and f3 < 0.15 then '年报未出，按月报估计' end, '企业报表', change_id
from demo_firm f
cross join lateral (values (f.year - 1), (f.year - 2)) as y (year)
-- What works: stopped enterprises hardly, those on idle or low-efficiency land badly.
cross join lateral (select greatest(mu, 3) * (0.5 + f1) * case when state in ('stopped', 'half_stopped') then 0.03 when idle then 0.3 when state = 'loss_making' then 0.5 else 1 end
                           * case when y.year = f.year - 2 then 0.85 + 0.3 * f2 else 1 end as strength) s
cross join lateral (values
    ('output_yuan', 2.6e6 * strength, -3, true), ('sales_yuan', 2.4e6 * strength, -3, true), ('tax_yuan', 1.1e5 * strength * (0.6 + 0.8 * f2), -2, true),
    ('profit_yuan', 1.3e5 * strength - case when state in ('loss_making', 'stopped', 'half_stopped') then 9e4 * greatest(mu, 3) else 0 end, -2, f2 > 0.2),
    ('value_added_yuan', 6e5 * strength, -3, f2 > 0.1), ('research_yuan', 4e4 * strength * f3, -2, f3 > 0.3), ('energy_tce', 42 * strength * (0.5 + f4), 1, f4 > 0.15),
    ('power_kwh', 1.5e5 * strength, 0, true), ('water_m3', 900 * strength, 0, f4 > 0.1), ('jobs', greatest(1, 4.5 * strength), 0, true)
) as m (name, amount, digits, applies)
-- What nobody reported stays unknown.
where m.applies and case when replayed then f4 > 0.06 else m.name in ('output_yuan', 'tax_yuan') and y.year = f.year - 1 and f4 < 0.1 end
order by f.n, m.name, y.year;

insert into registry.enterprise_state (enterprise_id, state, on_day, causes, note, source, change_id)
select enterprise_id, s.state, s.on_day, s.causes, null, '走访企业', change_id
from demo_firm f
cross join lateral (values
    ('normal', today - 1500 - (500 * f1)::integer, '{}'::text[], true),
    ('limited', today - 700 - (200 * f2)::integer, array['market'], f.state in ('stopped', 'half_stopped', 'resumed') and f3 < 0.7),
    ('stopped', today - 420 - (150 * f2)::integer, array['supply-chain', 'cost'], f.state = 'resumed'),
    (f.state, today - 60 - (300 * f2)::integer, case when f.state in ('normal', 'resumed', 'trial') then '{}'
        else array[(array['capital', 'market', 'cost', 'supply-chain', 'bankruptcy'])[1 + floor(5 * f4)::integer]] end, f.state <> 'normal')
) as s (state, on_day, causes, applies)
where s.applies and f.state is not null and (replayed or (f.state <> 'normal' and f4 < 0.2))
order by n, s.on_day;

insert into registry.enterprise_signal (enterprise_id, signal, is_present, on_day, document, source, change_id)
select enterprise_id, s.signal, s.is_present, today - 30 - (200 * f3)::integer, case when s.is_present then '澄砚经信排查' || lpad(n::text, 5, '0') end, s.source, change_id
from demo_firm f
cross join lateral (values
    ('stopped', state in ('stopped', 'half_stopped'), '走访企业', true), ('losses-three-years', state = 'loss_making' or f1 < 0.4, '审计报告', f4 > 0.1),
    ('insolvent', f1 < 0.25, '审计报告', f4 > 0.2), ('subsidy-or-rolled-loans', f2 < 0.3, '银行通报', f4 > 0.3),
    ('abnormal-operation', f3 < 0.25, '市场监管部门名录', true), ('no-tax-filing-two-years', f1 < 0.2, '税务部门函', f4 > 0.15),
    ('no-power-use', state = 'stopped' and f2 < 0.6, '供电公司数据', true)
) as s (signal, is_present, source, applies)
where s.applies and s.is_present is not null and (state in ('stopped', 'half_stopped', 'loss_making') or (idle and f2 < 0.2)) and (replayed or f4 < 0.1)
order by n, s.signal;
