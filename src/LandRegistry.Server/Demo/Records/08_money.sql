-- Prices and payments, fees, compensation. What was settled never exceeds what was due.
insert into registry.money_line (parcel_id, kind, on_day, amount_yuan, due_on, party, number, note, source, change_id)
select parcel_id, m.kind, m.on_day, m.amount, m.due_on, m.party, case when replayed then '澄砚财' || lpad(n::text, 6, '0') || '-' || m.nth end, m.note, m.source, change_id
from demo_course
cross join lateral (select round((area * (60 + 90 * d1))::numeric, -3) as compensation, round(price * 0.2, 2) as fee, round(price * 0.5, -3) as half) s
cross join lateral (values
    (1, 'price', first_signed_on, case when has_contract then price end, first_signed_on + 60, '使用权人', null, '出让合同'),
    (2, 'payment', first_signed_on + 25, case when has_contract then half end, null, '使用权人', '首期', '缴款凭证'),
    -- A few never paid the rest.
    (3, 'payment', first_signed_on + 58, case when has_contract and (e5 > 0.05 or route is not null) then price - half end, null, '使用权人', '尾款', '缴款凭证'),
    (4, 'compensation_due', ended_on + 5, case when d2 < 0.6 or route is not null then compensation end, ended_on + 180, '原使用权人', null, '补偿协议'),
    (5, 'compensation_settled', ended_on + 85, case when d2 < 0.6 or route is not null then
        case when clear and route is distinct from 'last-blocker' or e6 > 0.5 and route is null then compensation else round(compensation * 0.6, -3) end end, null, '原使用权人', null, '补偿台账'),
    (6, 'deferred', ended_on + 85, case when (not clear and e6 < 0.25 and d2 < 0.6 and route is null) or route = 'last-blocker' then compensation - round(compensation * 0.6, -3) end,
        today + 60, '原使用权人', '缓付', '补偿协议'),
    (7, 'fee', status_since - case when way = 'paid' then 312 else 12 end, case when way = 'paid' or pays_fee then fee end,
        status_since - case when way = 'paid' then 278 when route = 'fee' then -50 else -22 end, '使用权人', '价款的百分之二十', '征缴土地闲置费决定书'),
    (8, 'fee_payment', status_since - case when way = 'paid' then 280 else -10 end, case when way = 'paid' or (pays_fee and route is null and e4 < 0.5) then fee end, null, '使用权人', null, '缴款凭证'),
    (9, 'compensation_due', status_since + 10, case when agrees_recovery then compensation end, status_since + 200, '使用权人', '协议有偿收回', '收回协议'),
    (10, 'compensation_settled', status_since + 40, case when agrees_recovery then round(compensation * case when route = 'disposed' then 1 else 0.5 end, case when route = 'disposed' then 2 else -3 end) end, null, '使用权人', '首期', '补偿台账'),
    (11, 'swap_difference', status_since + 15, case when route = 'swap' then round(price * 0.06, -3) end, null, '使用权人', '置换差价', '置换协议'),
    (12, 'subsidy', status_since + 20, case when status = 'disposing' and idle_kind is null and e3 < 0.5 then round((area * 12)::numeric, -3) end, null, '使用权人', '搬迁和设备购置补贴', '补贴文件')
) as m (nth, kind, on_day, amount, due_on, party, note, source)
join demo_change on period = pg_temp.demo_period(m.on_day, today, replayed, opening)
where m.amount > 0 and m.on_day <= today and (replayed or status <> 'in_use');
