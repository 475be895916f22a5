-- Tenders, auctions and listings, on the days of the status moves (08_history, 08_rounds): planned, announced, running, sold, brought to
-- capacity, called off, and such as nobody came to. One row for each tender, with what the course of its land says of the later stages.
create unlogged table demo_tender as
with offered as (
    select c.*, row_number() over (partition by status order by n) as nth, pg_temp.demo_draw(key, 511) as g1, pg_temp.demo_draw(key, 512)::numeric as g2,
           pg_temp.demo_draw(key, 513) as g3, pg_temp.demo_draw(key, 514)::numeric as g4
    from demo_course c
    where (status in ('listed', 'awarded') or way = 'again' or (replayed and status = 'ready' and route is null)) and right_type is distinct from 'allocated'
),
priced as (
    select o.*, case when g1 < 0.72 then 'listing' when g1 < 0.9 then 'auction' else 'tender' end as method,
           round((o.area * 3 / 2000)::numeric * coalesce(s.price_per_mu_yuan, 120000 + 2000 * floor(30 * g2)), -4) as starting
    from offered o
    left join registry.supply_conditions s on s.parcel_id = o.parcel_id
),
laid as (
    -- Announced for the coming month; of two in nine the plan stands, one in nine was called off.
    select p.*, 1 as round, case when nth % 9 = 5 then 'terminated' else 'planned' end as reached,
           case when nth % 9 = 5 then status_since + 1 else greatest(status_since, today - 4 - floor(20 * g3)::integer) end as planned_on,
           null::date as announced_on, today + 30 + floor(20 * g4)::integer as opens_on, null::date as published_on
    from priced p
    where status = 'ready' and nth % 9 in (1, 2, 5)
    union all
    select p.*, 1, 'failed', r.announced_on - 9, r.announced_on, r.announced_on + 20, null
    from priced p join demo_round r using (n)
    union all
    select p.*, case when r.n is null then 1 else 2 end, 'running', status_since - 9, status_since, status_since + 20, null
    from priced p left join demo_round r using (n)
    where status = 'listed'
    union all
    select p.*, 1, 'sold', coalesce(l.on_day, won_on - case when way = 'again' then 30 else 40 end) - 12, coalesce(l.on_day, won_on - case when way = 'again' then 30 else 40 end),
           coalesce(l.on_day, won_on - case when way = 'again' then 30 else 40 end) + 20, won_on
    from priced p
    cross join lateral (select case when way = 'again' then status_since - 300 else status_since end as won_on) w
    left join (select n, max(on_day) as on_day from demo_step where to_status = 'listed' group by n) l on l.n = p.n and p.status = 'awarded'
    where status = 'awarded' or way = 'again'
)
select l.*, greatest(opens_on + 10, published_on - 8) as closes_on
from laid l;
analyze demo_tender;

-- Contract and taker, looked up once for all.
create unlogged table demo_taking as
select t.n, k.contract_id, k.price_yuan, e.name as winner
from demo_tender t
left join (
    select distinct on (c.parcel_id) c.parcel_id, c.id as contract_id, c.price_yuan
    from registry.contract c join demo_tender d on d.parcel_id = c.parcel_id and d.reached = 'sold' and c.signed_on >= d.published_on
    where c.kind = 'contract' order by c.parcel_id, c.signed_on
) k on k.parcel_id = t.parcel_id
left join (
    select distinct on (o.parcel_id) o.parcel_id, o.enterprise_id
    from registry.occupancy o join demo_tender d on d.parcel_id = o.parcel_id
    where o.role = 'holder' and o.to_on is null order by o.parcel_id, o.id
) h on h.parcel_id = t.parcel_id
left join registry.enterprise e on e.id = h.enterprise_id
where t.reached = 'sold';

create unlogged table demo_tender_stage as
with dated as (
    select t.*, k.contract_id, k.price_yuan as contract_price, k.winner, s.turn, s.stage, s.on_day,
           -- A stage counts only when those before it are there.
           bool_and(s.on_day is not null and s.on_day <= t.today) over before as follows, max(s.on_day) over before as latest
    from demo_tender t
    left join demo_taking k on k.n = t.n and t.reached = 'sold'
    cross join lateral (values
        (1, 'planned', planned_on, true), (2, 'terminated', least(today - 1, planned_on + 7), reached = 'terminated'),
        (2, 'announced', announced_on, reached <> 'terminated'), (3, 'opened', opens_on, reached not in ('planned', 'terminated')), (4, 'closed', closes_on, reached not in ('planned', 'terminated')),
        (5, 'failed', closes_on + 2, reached = 'failed'), (5, 'awarded', case when reached = 'sold' then published_on - 6 else closes_on + 7 end, reached in ('running', 'sold')),
        (6, 'published', published_on, reached = 'sold'), (7, 'contracted', case when k.contract_id is not null then published_on end, reached = 'sold'),
        (8, 'paid', case when k.price_yuan > 0 and (e5 > 0.05 or route is not null) then first_signed_on + 58 end, reached = 'sold'),
        (9, 'delivered', delivered_on, reached = 'sold'), (10, 'started', case when status = 'in_use' then started_on end, reached = 'sold'),
        (11, 'completed', completed_on, reached = 'sold'), (12, 'at_capacity', case when route = 'at-capacity' then completed_on + 120 end, reached = 'sold')
    ) as s (turn, stage, on_day, applies)
    where s.applies
    window before as (partition by t.n, t.round order by s.turn)
)
select * from dated where follows;
analyze demo_tender_stage;

insert into registry.tender (parcel_id, round, number, method, stage, stage_since, planned_on, opens_on, closes_on, starting_price_yuan, reserve_price_yuan, deposit_yuan,
                             bidders, winner, price_yuan, contract_id, ended_on, note, change_id)
select parcel_id, round, case when announced_on <= today then '澄砚土告字〔' || extract(year from announced_on) || '〕' || n || case round when 2 then '-2' else '' end || '号' end,
       method, stage, latest, planned_on, opens_on, closes_on, starting, case when g3 < 0.4 then starting end, round(starting * 0.2, -4),
       case when reached = 'failed' then 0 when reached in ('running', 'sold') and turn >= 4 then 3 + floor(4 * g4)::integer end,
       case when turn >= 5 and reached <> 'failed' then coalesce(winner, '竞得企业（演示）') end,
       case when turn >= 5 and reached <> 'failed' then greatest(starting, coalesce(contract_price, round(starting * (1 + 0.3 * g2), -4))) end,
       case when turn >= 7 then contract_id end, case when stage in ('failed', 'terminated', 'at_capacity') then latest end,
       case reached when 'failed' then '无人报名' when 'terminated' then '供地方案调整' end, (select max(change_id) from demo_change)
from (select distinct on (n, round) * from demo_tender_stage order by n, round, turn desc) l
order by l.n, l.round;

update registry.tender t
set previous_id = f.id
from registry.tender f, demo_tender d
where d.round = 2 and t.parcel_id = d.parcel_id and t.round = 2 and f.parcel_id = d.parcel_id and f.round = 1;

insert into registry.tender_event (tender_id, parcel_id, stage, on_day, note, change_id)
select t.id, s.parcel_id, s.stage, s.latest, case s.stage when 'failed' then '报名截止无人竞买' when 'terminated' then '供地方案调整' end, t.change_id
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
    ('investment_per_mu', 1600000 + 100000 * floor(10 * d.g2), 1.06), ('tax_per_mu', 90000 + 5000 * floor(12 * d.g4), 0.92), ('floor_area_ratio', 1.2, 1.05)
) as i (code, promised, kept)
where d.reached = 'sold' and t.contract_id is not null and d.land_use_code in ('0601', '0604')
order by t.id, i.code;
