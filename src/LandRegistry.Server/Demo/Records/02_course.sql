-- The course of each parcel's land: when it was delivered, started, stopped and why, completed, given back, cleared. Contracts,
-- facts, money, papers and cases are all written from it, so that they agree with each other and with the status.
create unlogged table demo_course as
with drawn as (
    select p.n, (select first_id from demo_setting) + p.n as parcel_id, p.key, p.route, p.way, p.status, p.idle_kind, p.idle_cause, p.status_since, p.due_on, p.signed_on, p.today, p.replayed, p.in_reserve, p.unsurveyed,
           p.land_use_code, p.right_type, p.area, p.zone_code, p.county_code, p.park, p.d1, p.d2, p.d3, p.d4, p.d5, p.d6, p.d7, p.d8, o.period as opening,
           pg_temp.demo_draw(p.key, 401) as e1, pg_temp.demo_draw(p.key, 402) as e2, pg_temp.demo_draw(p.key, 403) as e3,
           pg_temp.demo_draw(p.key, 404) as e4, pg_temp.demo_draw(p.key, 405) as e5, pg_temp.demo_draw(p.key, 406) as e6,
           -- Idle by the government's doing, and now and then otherwise, an agreement moved the date (Order 53 Article 12).
           case when p.route = 'clock-restarted' then 600
                when p.route is null and p.status in ('idle', 'disposing', 'suspected', 'in_use') and p.d3 > 0.45
                     and (p.idle_cause in ('government', 'force_majeure') or p.d3 > 0.88)
                then 150 + (200 * p.d6)::integer end as moved_by,
           -- A disposal by extension sets a new date ahead, and the clock starts again.
           case when p.status = 'disposing' and p.idle_cause = 'government' and (p.route = 'extension' or (p.route is null and p.d4 < 0.6))
                then p.status_since + 180 + (180 * p.d7)::integer end as extended_to,
           -- The way through the reserve, as 08_history draws it.
           case p.way when 'recovered' then p.status_since when 'offered' then p.status_since - 500 when 'again' then p.status_since - 900
                else case p.status when 'reserved' then p.status_since when 'ready' then p.status_since - 150 - floor(250 * pg_temp.demo_draw(p.key, 124))::integer
                          when 'listed' then p.status_since - 250 - floor(150 * pg_temp.demo_draw(p.key, 124))::integer
                          when 'awarded' then p.status_since - 300 - floor(400 * pg_temp.demo_draw(p.key, 121))::integer end end as reserved_on,
           case p.way when 'offered' then p.status_since - 60 when 'again' then p.status_since - 500
                else case p.status when 'ready' then p.status_since when 'listed' then p.status_since - 50 - floor(100 * pg_temp.demo_draw(p.key, 125))::integer
                          when 'awarded' then p.status_since - 100 - floor(100 * pg_temp.demo_draw(p.key, 122))::integer end end as ready_on,
           not (p.in_reserve and p.d1 < 0.35) and not (p.status = 'awarded' and p.status_since > p.today - 12) as has_contract,
           -- Some suspected land was started and stopped; of some a start is known without its test; on some works run already.
           case when p.route = 'start-untested' then 'untested'
                when p.route is null and p.status in ('suspected', 'investigating') then
                    case width_bucket(pg_temp.demo_draw(p.key, 407), array[0.2, 0.26, 0.32]) when 0 then 'stopped' when 1 then 'untested'
                         when 2 then case when p.status = 'suspected' then 'running' end end
                -- The officer has something to find: works stand still on land that counts as used.
                when p.route is null and p.status = 'in_use' and p.status_since < p.today - 900 and pg_temp.demo_draw(p.key, 408) < case when p.replayed then 0.014 else 0.002 end
                then 'unseen' end as oddity
    from demo_parcel p
    left join demo_opening o on o.n = p.n
),
begun as (
    select *, due_on - coalesce(moved_by, 0) as first_due_on, signed_on - case when status = 'awarded' then 0 else coalesce(moved_by, 0) end as first_signed_on,
           case when oddity = 'stopped' then due_on + 5 when oddity = 'untested' then due_on + 150 when oddity = 'running' then today - 12
                when way = 'excluded' then status_since - 130 when way = 'paid' then status_since - 40 when way in ('recovered', 'offered') then null
                when status = 'in_use' then status_since
                -- By whoever had the land before.
                when status = 'awarded' then reserved_on - 2300 - (300 * d2)::integer
                when idle_kind = 'B' or status in ('low_efficiency', 'closed', 'reserved', 'ready', 'listed') or (status = 'disposing' and idle_kind is null)
                then due_on + 25 end as started_on
    from drawn
),
stopped as (
    select *,
           case when oddity = 'untested' then null else (array['pit_dug', 'piles_driven', 'foundation_third'])[1 + floor(3 * e3)::integer] end as start_test,
           case when route = 'type-b-14-months' then (today - interval '14 months')::date
                when oddity = 'stopped' then due_on + 20 when oddity = 'unseen' then today - 367 - (40 * d6)::integer
                when idle_kind = 'B' then status_since - case status when 'idle' then 500 + (200 * d6)::integer else 720 + (150 * d6)::integer end
                when idle_cause in ('government', 'force_majeure') then first_due_on - 40
                when idle_kind = 'A' and e1 < 0.7 then due_on + 10
                when status in ('suspected', 'investigating') and oddity is null and e1 < 0.5 then due_on + 10 end as stopped_on,
           case when idle_kind = 'A' and idle_cause = 'government' and status = 'idle' and route is null and e1 < 0.3 then due_on + 150 + (60 * d6)::integer end as resumed_on,
           case when idle_cause = 'government' then
                    case when route = 'swap' or e1 < 0.2 then array['plan-changed']
                         when e1 < 0.8 then array[(array['policy-changed', 'petitions', 'land-not-delivered', 'military-or-relics', 'preliminary-work', 'government-other'])[1 + floor(6 * e5)::integer]]
                         when e1 < 0.92 then array['land-not-delivered', 'petitions'] else array['plan-changed', 'capital'] end
                when idle_cause = 'force_majeure' then array['force-majeure']
                when idle_cause is null and oddity is null and e1 < 0.2 then '{}'
                when e5 < 0.7 then array[(array['capital', 'market', 'cost', 'supply-chain', 'bankruptcy', 'holder-other'])[1 + floor(6 * e1)::integer]]
                else array['market', 'capital'] end as causes
    from begun
)
select *,
       case when started_on is not null and start_test is not null and d7 > 0.05 then started_on - 20 - (20 * d6)::integer end as permit_on,
       case when way = 'again' then case when route in ('completed', 'at-capacity') then status_since + 300 end
            when way is not null or oddity is not null then null
            when status = 'in_use' and e4 < case when replayed then 0.75 else 0.35 end and started_on + 350 + (450 * d7)::integer < today then started_on + 350 + (450 * d7)::integer
            when status = 'closed' or (e4 < 0.8 and (status in ('low_efficiency', 'reserved', 'ready', 'listed') or (status = 'disposing' and idle_kind is null)))
            then started_on + 350 + (400 * d7)::integer end as completed_on,
       case when has_contract and route is distinct from 'unfiled'
                 and (route is not null or e2 > 0.08 or (status = 'disposing' and idle_kind is not null and not (idle_kind = 'A' and idle_cause = 'holder')))
            then first_signed_on + 12 end as filed_on,
       case when route = 'no-agreed-date' then (due_on - interval '1 year')::date
            else first_due_on - case when status = 'awarded' then 30 else 90 + (100 * d5)::integer end end as agreed_delivery_on,
       case when route = 'no-agreed-date' then (due_on - interval '1 year')::date
            else first_due_on - case when status = 'awarded' then 30 else 90 + (100 * d5)::integer end - (15 * d4)::integer end as delivered_on,
       reserved_on - 4 as ended_on,
       -- Whether all that a re-tender asks for is shown, with the compensation of one parcel to come.
       reserved_on is not null and (status <> 'reserved' or route is not null) as clear,
       status = 'disposing' and idle_kind = 'A' and idle_cause = 'holder' and route is distinct from 'free-recovery'
           and (route = 'fee' or d2 < 0.5) as pays_fee,
       status = 'disposing' and idle_kind = 'B' and (route in ('agreed-recovery', 'disposed') or (route is null and d4 < 0.5)) as agrees_recovery,
       case when idle_kind = 'B' or oddity in ('stopped', 'unseen') then round((0.04 + 0.27 * d7)::numeric, 2) end as developed_share,
       case when idle_kind = 'B' or oddity in ('stopped', 'unseen') then round((0.03 + 0.20 * d8)::numeric, 2) end as invested_share,
       case when d3 > 0.1 or idle_kind = 'B' or oddity is not null then round((area * (0.9 + 0.1 * d4))::numeric) end as developable,
       case when d2 > 0.12 then round((area / 666.6667 * (1.6e6 + 3e6 * d8))::numeric, -4) end as investment,
       case when right_type = 'allocated' then 0
            when d7 > 0.07 or (idle_kind = 'A' and idle_cause = 'holder') then round((area * case when land_use_code like '05%' then 1100 + 1900 * d6 when land_use_code = '0701' then 1500 + 2000 * d6
                                                                                                  else 140 + 200 * d6 end)::numeric, -3) end as price
from stopped;
create index on demo_course (n);
analyze demo_course;
