-- The way a parcel came to its status. lead is in days before the status it has now, from and to; null means the day
-- the contract was signed, -1 the day works began. The first step is how it enters the register.
create unlogged table demo_step as
with way (status, idle_kind, step, to_status, lead_from, lead_to) as (values
    ('in_use', null, 1, 'awarded', null, null), ('in_use', null, 2, 'in_use', 0, 0),
    ('suspected', null, 1, 'awarded', null, null), ('suspected', null, 2, 'suspected', 0, 0),
    ('investigating', null, 1, 'awarded', null, null), ('investigating', null, 2, 'suspected', 14, 29), ('investigating', null, 3, 'investigating', 0, 0),
    ('idle', 'A', 1, 'awarded', null, null), ('idle', 'A', 2, 'suspected', 80, 110), ('idle', 'A', 3, 'investigating', 45, 65), ('idle', 'A', 4, 'idle', 0, 0),
    ('idle', 'B', 1, 'awarded', null, null), ('idle', 'B', 2, 'in_use', -1, -1), ('idle', 'B', 3, 'suspected', 80, 110),
    ('idle', 'B', 4, 'investigating', 45, 65), ('idle', 'B', 5, 'idle', 0, 0),
    ('low_efficiency', null, 1, 'awarded', null, null), ('low_efficiency', null, 2, 'in_use', -1, -1), ('low_efficiency', null, 3, 'low_efficiency', 0, 0),
    ('disposing', 'A', 1, 'awarded', null, null), ('disposing', 'A', 2, 'suspected', 265, 330), ('disposing', 'A', 3, 'investigating', 210, 250),
    ('disposing', 'A', 4, 'idle', 100, 180), ('disposing', 'A', 5, 'disposing', 0, 0),
    ('disposing', 'B', 1, 'awarded', null, null), ('disposing', 'B', 2, 'in_use', -1, -1), ('disposing', 'B', 3, 'suspected', 265, 330),
    ('disposing', 'B', 4, 'investigating', 210, 250), ('disposing', 'B', 5, 'idle', 100, 180), ('disposing', 'B', 6, 'disposing', 0, 0),
    ('disposing', null, 1, 'awarded', null, null), ('disposing', null, 2, 'in_use', -1, -1), ('disposing', null, 3, 'low_efficiency', 100, 900), ('disposing', null, 4, 'disposing', 0, 0),
    ('reserved', null, 1, 'in_use', -1, -1), ('reserved', null, 2, 'low_efficiency', 700, 1100), ('reserved', null, 3, 'disposing', 200, 600), ('reserved', null, 4, 'reserved', 0, 0),
    ('ready', null, 1, 'in_use', -1, -1), ('ready', null, 2, 'low_efficiency', 900, 1300), ('ready', null, 3, 'disposing', 500, 800),
    ('ready', null, 4, 'reserved', 150, 400), ('ready', null, 5, 'ready', 0, 0),
    ('listed', null, 1, 'in_use', -1, -1), ('listed', null, 2, 'low_efficiency', 900, 1300), ('listed', null, 3, 'disposing', 500, 800),
    ('listed', null, 4, 'reserved', 250, 400), ('listed', null, 5, 'ready', 50, 150), ('listed', null, 6, 'listed', 0, 0),
    ('awarded', null, 1, 'reserved', 300, 700), ('awarded', null, 2, 'ready', 100, 200), ('awarded', null, 3, 'listed', 30, 60), ('awarded', null, 4, 'awarded', 0, 0),
    ('closed', null, 1, 'in_use', -1, -1), ('closed', null, 2, 'low_efficiency', 700, 1100), ('closed', null, 3, 'disposing', 200, 600), ('closed', null, 4, 'closed', 0, 0)
),
-- Ways of the parcels that show a route (01_show), in exact days before the status of today.
shown as (
    select w.way, s.step, s.to_status, s.lead
    from (values
        ('prompt', array['awarded', 'suspected', 'investigating', 'idle'], array[690, 22, 11, 0]),
        ('stopped', array['awarded', 'in_use', 'suspected', 'investigating', 'idle'], array[1507, 1182, 40, 22, 0]),
        ('recovered', array['awarded', 'suspected', 'investigating', 'idle', 'disposing', 'reserved'], array[1500, 500, 480, 440, 250, 0]),
        ('offered', array['awarded', 'suspected', 'investigating', 'idle', 'disposing', 'reserved', 'ready', 'listed'], array[2000, 1000, 980, 940, 750, 500, 60, 0]),
        ('again', array['awarded', 'suspected', 'investigating', 'idle', 'disposing', 'reserved', 'ready', 'listed', 'awarded', 'in_use'],
            array[2100, 1250, 1230, 1190, 1050, 900, 500, 330, 300, 0]),
        ('excluded', array['awarded', 'suspected', 'investigating', 'in_use'], array[640, 45, 30, 0]),
        ('paid', array['awarded', 'suspected', 'investigating', 'idle', 'disposing', 'closed'], array[1200, 520, 500, 460, 300, 0])
    ) as w (way, statuses, leads)
    cross join lateral unnest(w.statuses, w.leads) with ordinality as s (to_status, lead, step)
),
dated as (
    select p.n, w.step, w.to_status, p.today,
           case when lead_from is null then p.signed_on
                when lead_from < 0 then p.due_on + 25
                else p.status_since - lead_from - floor((lead_to - lead_from) * pg_temp.demo_draw(p.key, 120 + w.step))::integer end as on_day
    from demo_parcel p
    join way w on w.status = p.status and w.idle_kind is not distinct from p.idle_kind
    where p.replayed and p.way is null
    union all
    select p.n, s.step, s.to_status, p.today, p.status_since - s.lead
    from demo_parcel p join shown s using (way)
    where p.replayed
)
-- A status older than the register (six years) is what the parcel enters with; periods are of ten days.
select n, step, to_status, on_day, greatest(0, (on_day - (today - 2190)) / 10) as period, step = 1 or on_day <= today - 2190 as may_open
from dated;

create unlogged table demo_opening as
select distinct on (n) n, step, to_status, on_day, period
from demo_step where may_open
order by n, step desc;

delete from demo_step s using demo_opening o where o.n = s.n and s.step <= o.step;
create index on demo_step (period);
create index on demo_opening (n);
analyze demo_step;
analyze demo_opening;
