-- Tenders, auctions and listings, on the days of the status moves (08_history, 08_rounds): planned, announced, running, sold, brought to
-- capacity, and such as nobody came to. One row for each tender with the days of the stages that it reached.
create unlogged table demo_tender as
with offered as (
    select c.*, pg_temp.demo_draw(key, 511) as g1, pg_temp.demo_draw(key, 512) as g2, pg_temp.demo_draw(key, 513) as g3, pg_temp.demo_draw(key, 514) as g4
    from demo_course c
    where (status in ('ready', 'listed', 'awarded') or way = 'again') and (replayed or status <> 'ready')
),
priced as (
    select o.*, s.price_per_mu_yuan, coalesce(round(o.area * 3 / 2000 * coalesce(s.price_per_mu_yuan, 120000 + 2000 * floor(30 * g2)::integer), -4), 1000000) as starting,
           case when g1 < 0.72 then 'listing' when g1 < 0.9 then 'auction' else 'tender' end as method
    from offered o
    left join registry.supply_conditions s on s.parcel_id = o.parcel_id
),
-- Half of what is listed is still announced, the rest is being bid for.
laid as (
    -- What is planned only: the plan of the coming month.
    select p.*, 1 as round, 'planned' as reached, today - 4 - floor(20 * g3)::integer as planned_on, null::date as announced_on, today + 30 + floor(20 * g4)::integer as opens_on
    from priced p
    where status = 'ready' and way is null and route is null and g2 < 0.3
    union all
    -- Nobody came: a first round that failed.
    select p.*, 1, 'failed', r.announced_on - 9, r.announced_on, r.announced_on + 20
    from priced p join demo_round r using (n)
    union all
    select p.*, case when r.n is null then 1 else 2 end, 'running', p.status_since - 9, p.status_since, p.status_since + 20
    from priced p left join demo_round r using (n)
    where status = 'listed'
    union all
    select p.*, 1, 'sold', a.announced_on - 12, a.announced_on, a.announced_on + 20
    from priced p
    cross join lateral (select case when way = 'again' then p.status_since - 330
                                    else coalesce((select max(s.on_day) from demo_step s where s.n = p.n and s.to_status = 'listed'), p.status_since - 40) end as announced_on) a
    where status = 'awarded' or way = 'again'
)
select l.*, opens_on + 10 as closes_on,
       case when reached = 'sold' then case when way = 'again' then status_since - 300 else status_since end end as published_on,
       case when reached = 'sold' and has_contract then case when way = 'again' then status_since - 298 else status_since end end as signed
from laid l;

create unlogged table demo_tender_stage as
with contract as (
    select t.n, t.round, k.id as contract_id, k.signed_on, k.price_yuan
    from demo_tender t
    cross join lateral (
        select k.id, k.signed_on, k.price_yuan from registry.contract k
        where k.parcel_id = t.parcel_id and k.kind = 'contract' and k.signed_on >= t.announced_on and t.reached = 'sold'
        order by k.signed_on limit 1) k
),
-- Payment, delivery, start and completion are looked up among the facts, as the register itself does.
known as (
    select t.*, k.contract_id, k.signed_on as contracted_on, k.price_yuan as contract_price,
           greatest(k.signed_on, (select max(m.on_day) from registry.money_line m where m.parcel_id = t.parcel_id and m.kind = 'payment' and m.on_day >= k.signed_on
               having sum(m.amount_yuan) >= (select sum(o.amount_yuan) from registry.money_line o where o.parcel_id = t.parcel_id and o.kind = 'price' and o.on_day >= k.signed_on))) as paid_on,
           (select min(f.on_day) from registry.land_fact f where f.parcel_id = t.parcel_id and f.kind = 'delivery' and f.on_day >= k.signed_on) as delivered,
           (select min(f.on_day) from registry.land_fact f where f.parcel_id = t.parcel_id and f.kind = 'actual_start' and f.test is not null and f.on_day >= k.signed_on) as started,
           (select min(f.on_day) from registry.land_fact f where f.parcel_id = t.parcel_id and f.kind = 'completion' and f.on_day >= k.signed_on) as completed
    from demo_tender t left join contract k using (n, round)
),
dated as (
    select k.*, s.turn, s.stage, s.on_day,
           -- A stage counts only when those before it are there and no later.
           bool_and(s.on_day is not null and s.on_day <= k.today) over before as follows,
           max(s.on_day) over before as latest
    from known k
    cross join lateral (values
        (1, 'planned', planned_on), (2, 'announced', announced_on), (3, 'opened', case when reached <> 'planned' then opens_on end),
        (4, 'closed', case when reached in ('sold', 'failed') or closes_on < today - 1 then closes_on end),
        (5, 'failed', case when reached = 'failed' then closes_on + 2 end),
        (5, 'awarded', case when reached = 'sold' then closes_on end), (6, 'published', published_on), (7, 'contracted', contracted_on), (8, 'paid', paid_on),
        (9, 'delivered', greatest(delivered, paid_on)), (10, 'started', greatest(started, paid_on, delivered)), (11, 'completed', completed),
        (12, 'at_capacity', case when route = 'at-capacity' then completed + 120 end)
    ) as s (turn, stage, on_day)
    where not (s.turn >= 5 and s.stage <> 'failed' and reached = 'failed') and not (s.stage = 'failed' and reached <> 'failed')
    window before as (partition by k.n, k.round order by s.turn)
)
select * from dated where follows and on_day = latest;
analyze demo_tender;
analyze demo_tender_stage;

insert into registry.tender (parcel_id, round, number, method, stage, stage_since, planned_on, opens_on, closes_on, starting_price_yuan, reserve_price_yuan, deposit_yuan,
                             bidders, winner, price_yuan, contract_id, ended_on, note, change_id)
select l.parcel_id, l.round, case when l.turn > 1 then '澄砚土告字〔' || extract(year from l.announced_on) || '〕' || l.n || case l.round when 2 then '-2' else '' end || '号' end,
       l.method, l.stage, l.on_day, l.planned_on, l.opens_on, l.closes_on, l.starting, case when l.g3 < 0.4 then l.starting end, round(l.starting * 0.2, -4),
       case when l.turn >= 4 then case when l.reached = 'failed' then 0 else 3 + floor(4 * l.g4)::integer end end,
       case when l.turn >= 5 and l.reached = 'sold' then coalesce(e.name, '竞得企业（演示）') end,
       case when l.turn >= 5 and l.reached = 'sold' then greatest(l.starting, coalesce(l.contract_price, round(l.starting * (1 + 0.3 * l.g2::numeric), -4))) end,
       case when l.turn >= 7 then l.contract_id end, case when l.stage in ('failed', 'at_capacity') then l.on_day end,
       case when l.reached = 'failed' then '无人报名' end, (select max(change_id) from demo_change)
from (select distinct on (n, round) * from demo_tender_stage order by n, round, turn desc) l
left join lateral (
    select e.name from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
    where o.parcel_id = l.parcel_id and o.role = 'holder' and o.to_on is null order by o.id limit 1) e on true
order by l.n, l.round;

update registry.tender t
set previous_id = (select f.id from registry.tender f where f.parcel_id = t.parcel_id and f.round = 1)
from demo_round r
where t.round = 2 and t.parcel_id = (select c.parcel_id from demo_course c where c.n = r.n);

insert into registry.tender_event (tender_id, parcel_id, stage, on_day, note, change_id)
select t.id, s.parcel_id, s.stage, s.on_day, case when s.stage = 'failed' then '报名截止无人竞买' end, t.change_id
from demo_tender_stage s
join registry.tender t on t.parcel_id = s.parcel_id and t.round = s.round
order by s.n, s.round, s.turn;

-- What takers promised of standard land; at capacity it is checked, and not all of it was kept.
insert into registry.tender_indicator (tender_id, parcel_id, code, promised, found, checked_on, checked_by, change_id)
select t.id, t.parcel_id, i.code, i.promised, case when t.stage = 'at_capacity' then round(i.promised * i.kept, 4) end,
       case when t.stage = 'at_capacity' then t.stage_since - 10 end, case when t.stage = 'at_capacity' then '演示干部三' end, t.change_id
from registry.tender t
join demo_tender d on d.parcel_id = t.parcel_id and d.round = t.round
cross join lateral (values
    ('investment_per_mu', 1600000 + 100000 * floor(10 * d.g2)::numeric, 1.06), ('tax_per_mu', 90000 + 5000 * floor(12 * d.g4)::numeric, 0.92), ('floor_area_ratio', 1.2, 1.05)
) as i (code, promised, kept)
where d.reached = 'sold' and t.stage not in ('awarded', 'published') and d.land_use_code in ('0601', '0604')
order by t.id, i.code;
