-- Of a small zone some parcels show one route of the law each, with days laid around today (data/demo-zone/README.md names them).
-- since: days ago at which the status began; due: how long ago works were due by the latest agreement.
create unlogged table demo_show (route text, status text, idle_kind text, idle_cause text, nth integer, since integer, due interval, way text, remark text);

insert into demo_show values
    ('type-a-13-months', 'idle', 'A', 'holder', 1, 5, '13 months', 'prompt', 'A 类闲置，逾期动工 13 个月'),
    ('type-a-25-months', 'idle', 'A', 'holder', 2, 200, '25 months', null, 'A 类闲置，逾期动工 25 个月，可无偿收回'),
    ('type-b-14-months', 'idle', 'B', 'holder', 1, 10, '40 months', 'stopped', 'B 类闲置，停工 14 个月，不得征费、不得无偿收回'),
    ('government-cause', 'idle', 'A', 'government', 1, 220, '26 months', null, '政府原因造成闲置，不得收回'),
    ('unfiled', 'idle', 'A', 'government', 2, 150, '22 months', null, '未备案，不得延期等协商处置'),
    ('no-agreed-date', 'idle', 'A', 'holder', 3, 60, '20 months', null, '未约定动工日期，自交地满一年起算'),
    ('clock-restarted', 'awarded', null, null, 1, 900, '100 days', null, '补充协议重新约定动工日期，重新起算'),
    ('watched', 'awarded', null, null, 2, 520, '11 months', null, '即将满一年，监测中'),
    ('start-untested', 'suspected', null, null, 1, 15, '14 months', null, '动工未经认定，是否闲置不明'),
    ('last-blocker', 'reserved', null, null, 1, 400, '80 months', null, '只差缓付补偿结清即为净地'),
    ('recovered', 'reserved', null, null, 2, 150, '40 months', 'recovered', '无偿收回后入库'),
    ('ready', 'ready', null, null, 1, 60, '90 months', null, '净地，可供应'),
    ('retendered', 'listed', null, null, 1, 12, '60 months', 'offered', '收回后再次挂牌'),
    ('extension', 'disposing', 'A', 'government', 1, 120, '30 months', null, '处置：延长动工开发期限'),
    ('temporary-use', 'disposing', 'A', 'government', 2, 200, '32 months', null, '处置：临时使用'),
    ('swap', 'disposing', 'A', 'government', 3, 90, '34 months', null, '处置：置换土地'),
    ('fee', 'disposing', 'A', 'holder', 1, 40, '26 months', null, '处置：征缴土地闲置费'),
    ('free-recovery', 'disposing', 'A', 'holder', 2, 40, '36 months', null, '处置：无偿收回'),
    ('agreed-recovery', 'disposing', 'B', 'holder', 1, 100, '50 months', null, '处置：协议有偿收回，有抵押'),
    ('disposed', 'disposing', 'B', 'holder', 2, 250, '55 months', null, '处置完毕，待归库'),
    ('started', 'in_use', null, null, 1, 60, '50 days', 'again', '再出让后已动工'),
    ('completed', 'in_use', null, null, 2, 500, '490 days', 'again', '再出让后已竣工'),
    ('at-capacity', 'in_use', null, null, 3, 900, '890 days', 'again', '再出让后已达产'),
    ('excluded', 'in_use', null, null, 4, 80, '440 days', 'excluded', '经调查不构成闲置，排除'),
    ('closed-out', 'closed', null, null, 1, 90, '36 months', 'paid', '缴清闲置费并动工，已销号');

with candidate as (
    select n, status, idle_kind, idle_cause, row_number() over (partition by status, idle_kind, idle_cause order by place) as nth
    from demo_parcel, demo_setting
    where demo_setting.replayed and demo_setting.parcels >= 400 and not is_substation and demo_parcel.hole is null
)
update demo_parcel p
set route = s.route, way = s.way, status_since = p.today - s.since, due_on = (p.today - s.due)::date,
    -- A contract after a re-tender is as old as the award.
    signed_on = case when s.way = 'again' then p.today - s.since - 300 when s.status = 'awarded' then p.today - s.since
                     else (p.today - s.due)::date - 300 end,
    land_use_code = '0601', right_type = case when not p.in_reserve then 'granted' end, unsurveyed = false, hold_reason = null,
    d1 = 0.5, d2 = 0.5, d3 = 0.3, d4 = 0.7, d5 = 0.5, d6 = 0.5, d7 = 0.5, d8 = case when s.way = 'again' then 0.23 else 0.5 end
from demo_show s
join candidate c on c.status = s.status and c.idle_kind is not distinct from s.idle_kind and c.idle_cause is not distinct from s.idle_cause and c.nth = s.nth
where p.n = c.n;
analyze demo_show;
