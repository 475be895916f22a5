-- Of the land that is listed today, a part was offered before and nobody came: it went back to ready and was announced again.
create unlogged table demo_round as
select p.n, r.on_day as ready_on, r.step as ready_step, r.on_day + 12 as announced_on, r.on_day + 44 as failed_on, p.today
from demo_parcel p
join demo_step r on r.n = p.n and r.to_status = 'ready'
join demo_step l on l.n = p.n and l.to_status = 'listed' and l.on_day >= r.on_day + 58
where p.replayed and p.way is null and p.status = 'listed' and pg_temp.demo_draw(p.key, 501) < 0.7;

update demo_step s set step = s.step + 2 from demo_round r where s.n = r.n and s.step > r.ready_step;
insert into demo_step (n, step, to_status, on_day, period, may_open)
select r.n, r.ready_step + t.further, t.status, t.on_day, greatest(0, (t.on_day - (r.today - 2190)) / 10), false
from demo_round r
cross join lateral (values (1, 'listed', r.announced_on), (2, 'ready', r.failed_on)) as t (further, status, on_day);
analyze demo_round;
