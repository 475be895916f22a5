-- What happened to the parcels, so that the idle clock and readiness say of each what its status says: land marked idle is idle
-- by its facts, and land marked ready has everything shown.
create temp table demo_fact on commit drop as
with known as (
    select p.*, o.period as opening, c.agreed_delivery_on, c.number as contract_number,
           -- Works began on land that is used, and on that which was stopped later.
           case when p.status in ('in_use', 'low_efficiency', 'closed') or p.idle_kind = 'B' or (p.status = 'disposing' and p.idle_kind is null)
                then p.due_on + 25 end as started_on
    from demo_parcel p
    left join demo_opening o on o.n = p.n
    left join demo_contract c on c.n = p.n and c.kind = 'contract'
),
listed as (
    select k.n, k.today, k.replayed, k.opening, f.*
    from known k
    cross join lateral (values
        ('filing', contract_number is not null and not (status = 'idle' and d5 < 0.15) and d5 > 0.02, signed_on + 20, null, null, right(contract_number, 9), null),
        ('delivery', contract_number is not null and d6 > 0.08, agreed_delivery_on, null, null, null, '国有建设用地交地确认书'),
        ('construction_permit', started_on is not null and d7 > 0.05, started_on - 30, null, null, null, '建筑工程施工许可证'),
        ('actual_start', started_on is not null, started_on,
            case when d8 > 0.04 or idle_kind = 'B' then (array['pit_dug', 'piles_driven', 'foundation_third'])[1 + floor(d3 * 3)::integer] end, null, null, '开工核查'),
        ('completion', status in ('in_use', 'low_efficiency', 'closed') and d4 > 0.25, started_on + 500 + (300 * d7)::integer, null, null, null, '竣工验收备案'),
        ('publication', status in ('idle', 'disposing') and idle_kind is not null, status_since + 5, null, null, null, '县自然资源局网站'),
        ('willingness', status in ('idle', 'low_efficiency', 'disposing'), status_since + 3, null, (array['willing', 'willing', 'watching', 'refusing'])[1 + floor(d3 * 4)::integer], null, '走访'),
        ('right_ended', in_reserve, greatest(signed_on + 30, status_since - 190), null, null, null, '收回决定'),
        ('right_registered', status in ('ready', 'listed') or (in_reserve and d2 < 0.7), greatest(signed_on + 40, status_since - 160), null, null, null, '注销登记'),
        ('title_search', status in ('ready', 'listed') or (in_reserve and d3 < 0.8), greatest(signed_on + 41, status_since - 30), null, null, null, '不动产登记查询'),
        ('compensation_search', status in ('ready', 'listed') or (in_reserve and d4 < 0.7), greatest(signed_on + 42, status_since - 28), null, null, null, '补偿台账核对'),
        ('planning_conditions', status in ('ready', 'listed') or (in_reserve and d5 < 0.6), greatest(signed_on + 43, status_since - 60), null, null, null, '规划条件通知书'),
        ('survey_updated', status in ('ready', 'listed') or (in_reserve and d6 < 0.6), greatest(signed_on + 44, status_since - 45), null, null, null, '变更调查'),
        ('former_use', in_reserve and (status <> 'reserved' or d7 < 0.8), greatest(signed_on + 45, status_since - 90), null, case when d8 < 0.7 then 'industrial' else 'other' end, null, '地籍档案'),
        ('soil_survey', status in ('ready', 'listed') or (in_reserve and d8 < 0.5), greatest(signed_on + 46, status_since - 70), null, null, null, '土壤污染状况调查报告')
    ) as f (kind, applies, on_day, test, value, number, source)
    where applies and on_day <= today
)
select n, kind, on_day, test, value, number, source, pg_temp.demo_period(on_day, today, replayed, opening) as period
from listed;

create temp table demo_infrastructure on commit drop as
select p.n, i.item, d.on_day, i.source, pg_temp.demo_period(d.on_day, p.today, p.replayed, o.period) as period
from demo_parcel p
left join demo_opening o on o.n = p.n
cross join (values ('road', 401, '道路验收'), ('water', 402, '供水接入'), ('power', 403, '供电接入'), ('level_ground', 404, '场地平整验收')) as i (item, purpose, source)
cross join lateral (select greatest(p.signed_on + 47, p.status_since - 20 - floor(60 * pg_temp.demo_draw(p.key, i.purpose))::integer) as on_day) d
where p.in_reserve and (p.status <> 'reserved' or pg_temp.demo_draw(p.key, i.purpose + 10) < 0.75) and d.on_day <= p.today;

-- Works that stopped (kind B), and land that could not be started on by causes of others (kind A).
create temp table demo_stoppage on commit drop as
select p.n, s.from_on, s.causes, s.source, pg_temp.demo_period(s.from_on, p.today, p.replayed, o.period) as period,
       round((p.area * (0.04 + 0.27 * p.d7))::numeric, 2) as developed, c.total_investment_yuan * round((0.03 + 0.20 * p.d8)::numeric, 2) as invested
from demo_parcel p
left join demo_opening o on o.n = p.n
left join demo_contract c on c.n = p.n and c.kind = 'contract'
cross join lateral (
    select case when p.idle_kind = 'B' then greatest(p.due_on + 60, p.status_since - 500 - (200 * p.d6)::integer) else p.due_on + 10 end as from_on,
           case p.idle_cause when 'holder' then array[(array['capital', 'market', 'cost', 'bankruptcy'])[1 + floor(4 * p.d3)::integer]]
                             when 'government' then array[(array['plan-changed', 'policy-changed', 'petitions', 'land-not-delivered'])[1 + floor(4 * p.d3)::integer]]
                             else array['force-majeure'] end as causes,
           case when p.idle_kind = 'B' then '停工核查' else '延迟原因核查' end as source
) s
where p.idle_kind is not null and not (p.idle_kind = 'A' and p.idle_cause = 'holder') and s.from_on <= p.today;

-- Compensation of land in the reserve: of ready land it is settled, of the rest some is open or deferred.
create temp table demo_money on commit drop as
select p.n, m.kind, m.on_day, m.amount_yuan, pg_temp.demo_period(m.on_day, p.today, p.replayed, o.period) as period
from demo_parcel p
left join demo_opening o on o.n = p.n
cross join lateral (select round((p.area * (60 + 90 * p.d1))::numeric, -3) as due) d
cross join lateral (values
    ('compensation_due', greatest(p.signed_on + 31, p.status_since - 180), d.due),
    ('compensation_settled', greatest(p.signed_on + 48, p.status_since - 40), case when p.status = 'reserved' and p.d7 < 0.4 then round(d.due * 0.6, -3) else d.due end),
    ('deferred', greatest(p.signed_on + 48, p.status_since - 40), case when p.status = 'reserved' and p.d7 < 0.2 then d.due - round(d.due * 0.6, -3) end)
) as m (kind, on_day, amount_yuan)
where p.in_reserve and p.d2 < 0.6 and m.amount_yuan > 0 and m.on_day <= p.today;

create or replace function pg_temp.demo_record_facts(of_period integer) returns void language sql as $$
    insert into registry.land_fact (parcel_id, kind, on_day, test, value, number, source)
    select parcel_id, kind, on_day, test, value, number, source from demo_fact join demo_key using (n) where period = of_period order by n, kind;
    insert into registry.infrastructure (parcel_id, item, on_day, source)
    select parcel_id, item, on_day, source from demo_infrastructure join demo_key using (n) where period = of_period order by n, item;
    insert into registry.stoppage (parcel_id, from_on, causes, source)
    select parcel_id, from_on, causes, source from demo_stoppage join demo_key using (n) where period = of_period order by n;
    insert into registry.progress_report (parcel_id, as_of, developed_area_square_metres, invested_yuan, source)
    select parcel_id, from_on, developed, invested, source from demo_stoppage join demo_parcel using (n) join demo_key using (n)
    where demo_stoppage.period = of_period and idle_kind = 'B' order by n;
    insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, source)
    select parcel_id, kind, on_day, amount_yuan, '补偿台账' from demo_money join demo_key using (n) where period = of_period order by n, kind;
$$;
