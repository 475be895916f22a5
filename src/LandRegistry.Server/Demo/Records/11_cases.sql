-- Cases in every stage, with the papers, findings and plans that each stage asks for, on the days of the status moves (08_history).
create unlogged table demo_case as
with marked as (
    select l.*,
           case l.way when 'prompt' then array[22, 11, 0, null] when 'stopped' then array[40, 22, 0, null]
                when 'recovered' then array[500, 480, 440, 250] when 'offered' then array[1000, 980, 940, 750] when 'again' then array[1250, 1230, 1190, 1050]
                when 'excluded' then array[45, 30, null, null] when 'paid' then array[520, 500, 460, 300]
                else case
                    when l.status = 'suspected' then array[0, null, null, null]
                    when l.status = 'investigating' then array[14 + floor(15 * pg_temp.demo_draw(l.key, 122))::integer, 0, null, null]
                    when l.status = 'idle' then array[80 + floor(30 * pg_temp.demo_draw(l.key, case l.idle_kind when 'A' then 122 else 123 end))::integer,
                        45 + floor(20 * pg_temp.demo_draw(l.key, case l.idle_kind when 'A' then 123 else 124 end))::integer, 0, null]
                    when l.status = 'disposing' then array[265 + floor(65 * pg_temp.demo_draw(l.key, case l.idle_kind when 'A' then 122 else 123 end))::integer,
                        210 + floor(40 * pg_temp.demo_draw(l.key, case l.idle_kind when 'A' then 123 else 124 end))::integer,
                        100 + floor(80 * pg_temp.demo_draw(l.key, case l.idle_kind when 'A' then 124 else 125 end))::integer, 0] end end as leads,
           coalesce(l.idle_kind, case when l.way in ('recovered', 'offered', 'again', 'paid') then 'A' end) as kind,
           coalesce(l.idle_cause, case when l.way in ('recovered', 'offered', 'again', 'paid') then 'holder' end) as cause
    from demo_course l
    where (l.way is not null or l.status in ('suspected', 'investigating') or (l.status in ('idle', 'disposing') and l.idle_kind is not null)
           or (l.status = 'awarded' and (l.route = 'watched' or l.due_on < l.today - 120 and l.route is null)))
      and (l.replayed or l.e5 < 0.1)
),
dated as (
    select *, status_since - leads[1] as suspected_on, status_since - leads[2] as investigated_on, status_since - leads[3] as determined_on, status_since - leads[4] as begun_on,
           case when status = 'awarded' then today - 25 end as watched_on,
           case when way = 'paid' or pays_fee then 'fee' when way in ('recovered', 'offered', 'again') then 'free_recovery'
                when kind = 'A' and cause = 'holder' then
                    case when route = 'free-recovery' or ((coalesce(due_on, today) + interval '2 years' + interval '130 days')::date <= status_since and route is null) then 'free_recovery' else 'fee' end
                when kind is null or filed_on is null then null
                when route = 'swap' then 'swap' when extended_to is not null then 'extend' when agrees_recovery then 'agreed_recovery'
                when kind = 'A' then case when route = 'temporary-use' or e3 < 0.6 then 'temporary_use' else 'change_use' end
                else (array['change_use', 'temporary_use', 'other_local'])[1 + floor(3 * e3)::integer] end as measure
    from marked
),
planned as (
    select *,
           case when begun_on is not null then begun_on - 60 when determined_on is not null and route is null and e6 > 0.5 then determined_on + 10 end as drafted_on,
           case when begun_on is not null then begun_on - 20 when determined_on is not null and route is null and e6 > 0.75 then determined_on + 45 end as agreed_on
    from dated
)
select n, parcel_id, key, route, way, status, today, replayed, opening, kind, cause, causes, filed_on, due_on, status_since, stopped_on, extended_to, e1, e2, e3, e4, e6,
       watched_on, suspected_on, investigated_on, determined_on, begun_on, measure,
       case when measure is not null and drafted_on <= today then drafted_on end as drafted_on,
       case when measure is not null and agreed_on <= today then agreed_on end as agreed_on,
       case when way in ('recovered', 'offered', 'again') then reserved_on - 3 when way = 'paid' then status_since - 3 when route = 'disposed' then status_since + 65 end as disposed_on,
       case when way in ('recovered', 'offered', 'again') then reserved_on end as reserved_on,
       case way when 'offered' then status_since when 'again' then status_since - 300 end as retendered_on,
       case when way = 'again' then status_since end as restarted_on,
       case when way = 'again' then completed_on end as completed_on,
       case when route = 'at-capacity' then completed_on + 120 end as at_capacity_on,
       case when way = 'excluded' then status_since end as cleared_on,
       case when way = 'paid' then status_since end as closed_out_on,
       (select max(change_id) from demo_change) as change_id
from planned;
create index on demo_case (n);

create unlogged table demo_stage as
select c.n, e.stage, e.on_day, e.turn
from demo_case c
cross join lateral (values
    (1, 'watched', coalesce(watched_on, suspected_on - 15)), (2, 'suspected', suspected_on), (3, 'investigating', investigated_on), (4, 'not_idle', cleared_on),
    (5, 'determined', determined_on), (6, 'plan_drafted', drafted_on), (7, 'approved', agreed_on), (8, 'disposing', begun_on), (9, 'disposed', disposed_on),
    (10, 'reserved', reserved_on), (11, 'retendered', retendered_on), (12, 'started', restarted_on), (13, 'completed', completed_on), (14, 'at_capacity', at_capacity_on),
    (15, 'closed_out', closed_out_on)
) as e (turn, stage, on_day)
where e.on_day <= c.today;
create index on demo_stage (n);
analyze demo_case;
analyze demo_stage;

insert into registry.land_case (parcel_id, number, stage, stage_since, opened_on, closed_on, officer, note, change_id)
select parcel_id, '澄砚闲字〔' || extract(year from s.opened_on) || '〕' || n || '号', s.stages[cardinality(s.stages)], s.latest_on, s.opened_on,
       case when s.stages[cardinality(s.stages)] in ('not_idle', 'closed_out') then s.latest_on end,
       case when e3 > 0.08 then '演示干部' || (array['一', '二', '三', '四', '五', '六'])[1 + floor(6 * e4)::integer] end, null, change_id
from demo_case
join (select n, array_agg(stage order by turn) as stages, min(on_day) as opened_on, max(on_day) as latest_on from demo_stage group by n) s using (n)
order by n;
create unlogged table demo_file as
select c.*, f.id as case_id from demo_case c join registry.land_case f using (parcel_id);
create index on demo_file (n);
create unlogged table demo_mortgaged as
select distinct f.n
from demo_file f
join demo_encumbrance b using (parcel_id)
where b.kind = 'mortgage' and b.registered_on <= coalesce(f.begun_on, f.agreed_on) and (b.released_on is null or b.released_on > f.agreed_on);
analyze demo_file;
analyze demo_mortgaged;

insert into registry.case_event (case_id, parcel_id, stage, on_day, change_id)
select case_id, parcel_id, s.stage, s.on_day, f.change_id
from demo_file f join demo_stage s using (n)
order by n, s.turn;

insert into registry.case_document (case_id, parcel_id, kind, number, issued_on, served_on, proof_of_service, change_id)
select case_id, parcel_id, d.kind, '澄砚资〔' || extract(year from d.issued_on) || '〕' || d.mark || n || '号', d.issued_on,
       case when d.issued_on + d.days <= today and d.days is not null then d.issued_on + d.days end,
       case when d.issued_on + d.days <= today and d.days is not null and (e2 > 0.06 or route is not null or d.nth = 4) then '送' || d.mark || n end, change_id
from demo_file
cross join lateral (values
    (1, 'investigation-notice', '查', investigated_on, 2), (2, 'determination', '认', determined_on - 2, 3), (3, 'information-notice', '告', determined_on + 4, 2),
    (4, 'hearing-notice', '听', case when measure in ('fee', 'free_recovery') then begun_on - 50 end, 2),
    (5, 'fee-decision', '费', case when measure = 'fee' then begun_on - 12 end, case when route = 'fee' then 32 else 4 end),
    (6, 'recovery-decision', '收', case when measure = 'free_recovery' then begun_on - 12 end, case when route = 'free-recovery' then 32 else 4 end),
    (7, 'start-application', '开', restarted_on - 20, null), (8, 'completion-report', '竣', completed_on, null)
) as d (nth, kind, mark, issued_on, days)
where d.issued_on <= today
order by n, d.nth;

insert into registry.case_determination (case_id, parcel_id, kind, cause, on_day, change_id)
select case_id, parcel_id, kind, cause, determined_on - 2, change_id from demo_file where determined_on <= today order by n;

insert into registry.case_plan (case_id, parcel_id, drafted_on, measure, from_on, until_on, price_paid_up, money_in_place, plan_changed_by_law, equal_value_like_use, change_id)
select case_id, parcel_id, drafted_on, measure, case when measure in ('extend', 'temporary_use') then coalesce(begun_on, drafted_on + 60) end,
       case measure when 'extend' then extended_to when 'temporary_use' then coalesce(begun_on, drafted_on + 60) + 400 + (300 * e4)::integer end,
       case when measure = 'swap' then true end, case when measure = 'swap' then true end, case when measure = 'swap' then true end, case when measure = 'swap' then true end, change_id
from demo_file where drafted_on is not null order by n;

insert into registry.case_milestone (case_id, parcel_id, kind, on_day, change_id)
select case_id, parcel_id, m.kind, m.on_day, change_id
from demo_file
cross join lateral (values
    (1, 'answered', case when e1 > 0.15 then investigated_on + 2 + 5 + (20 * e2)::integer end),
    (2, 'published', case when way in ('recovered', 'offered', 'again', 'paid') then determined_on + 5 when status = 'idle' and route is distinct from 'type-a-13-months' then status_since + 3 when status = 'disposing' then status_since - 95 end),
    (3, 'mortgagee_told', case when n in (select m.n from demo_mortgaged m) then agreed_on - 15 end),
    (4, 'approved', agreed_on),
    (5, 'fee_paid', case when way = 'paid' then begun_on + 20 when measure = 'fee' and begun_on is not null and route is null and e4 < 0.5 then begun_on + 10 end),
    (6, 'deregistered', case when way in ('recovered', 'offered', 'again') then reserved_on - 4 when route = 'disposed' then status_since + 50 end),
    (7, 'withdrawn', case when way in ('recovered', 'offered', 'again') then reserved_on - 10 when way = 'paid' then closed_out_on - 5 when route = 'disposed' then status_since + 60 end)
) as m (nth, kind, on_day)
where m.on_day <= today
order by n, m.nth;

insert into registry.case_cause (case_id, parcel_id, cause, on_day, document, note, change_id)
select case_id, parcel_id, c.cause, determined_on - 10, case when e3 > 0.3 then '澄砚函〔' || extract(year from determined_on) || '〕' || n || '号' end, '调查取证', change_id
from demo_file cross join lateral unnest(causes) as c (cause)
where determined_on <= today and stopped_on is not null
order by n;
