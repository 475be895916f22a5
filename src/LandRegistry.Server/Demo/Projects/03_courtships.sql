-- Shortlists: projects in talks look at one to three sites of their park, ready land first; those about to start or building have taken one.
create unlogged table demo_site as
select c.parcel_id, c.park, c.status, c.area, c.status_since,
       row_number() over (partition by c.park, c.status in ('listed', 'awarded') order by (c.status <> 'ready'), pg_temp.demo_draw(c.key, 921), c.n) as place,
       count(*) over (partition by c.park, c.status in ('listed', 'awarded')) as many
from demo_course c
where c.status in ('ready', 'reserved', 'listed', 'awarded') and c.land_use_code in ('0601', '0604');

create unlogged table demo_courtship as
with courting as (
    select p.*, row_number() over (partition by p.park, p.stage in ('to_start', 'building') order by p.n) as turn
    from demo_project p
    where not p.only_floor and (p.stage in ('to_start', 'building') or (p.stage in ('talks', 'intention', 'contracted') and p.d7 < 0.75))
),
wanted as (
    -- Sold land goes to one project each.
    select c.n, c.project_id, s.parcel_id, s.area, c.d4, c.d5, c.today, c.stage_since, 'won' as step
    from courting c join demo_site s on s.park = c.park and s.status in ('listed', 'awarded') and s.place = c.turn
    where c.stage in ('to_start', 'building')
    union all
    select c.n, c.project_id, s.parcel_id, s.area, c.d4, c.d5, c.today, c.stage_since,
           case when k > 1 and c.d5 < 0.3 then 'declined' when c.stage = 'contracted' and k = 1 then 'offered' else (array['shortlisted', 'visited', 'offered'])[1 + floor(3 * pg_temp.demo_draw(c.key, 930 + k))::integer] end
    from courting c cross join generate_series(1, 3) as k
    join demo_site s on s.park = c.park and s.status in ('ready', 'reserved') and s.place = 1 + (c.turn * 3 + k - 4) % least(s.many, 40)
    where c.stage in ('talks', 'intention', 'contracted') and k <= 1 + floor(2.5 * c.d4)::integer
)
select distinct on (project_id, parcel_id) *, least(today - 1, stage_since + 3 + (20 * d4)::integer) as first_on
from wanted
order by project_id, parcel_id, step;

insert into registry.project_site (project_id, parcel_id, step, step_since, offer_yuan, change_id)
select project_id, parcel_id, step, least(today - 1, first_on + case step when 'shortlisted' then 0 when 'visited' then 9 when 'offered' then 20 else 35 end),
       case when step in ('offered', 'won') then round((area / 666.6667 * (130000 + 60000 * d5))::numeric, -4) end, (select max(change_id) from demo_change)
from demo_courtship
order by n, parcel_id;

insert into registry.project_site_step (courtship_id, project_id, parcel_id, step, on_day, actor, note, change_id)
select s.id, s.project_id, s.parcel_id, t.step, least(c.today - 1, c.first_on + t.after), '演示干部' || (array['一', '二', '三', '四', '五', '六'])[1 + floor(6 * c.d4)::integer], t.note, s.change_id
from demo_courtship c
join registry.project_site s on s.project_id = c.project_id and s.parcel_id = c.parcel_id
cross join lateral (values ('shortlisted', 0, '按需求比选入围', true), ('visited', 9, '陪同投资方现场踏勘', c.step <> 'shortlisted'), ('offered', 20, '发出供地条件', c.step in ('offered', 'won')),
    ('won', 35, '取得土地', c.step = 'won'), ('declined', 35, '投资方选了其他场地', c.step = 'declined')) as t (step, after, note, applies)
where t.applies
order by c.n, s.parcel_id, t.after;
