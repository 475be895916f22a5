-- How many parcels have each status: share is that of the demonstration; in a large register (over 5,000) about a third
-- as many are in anything but normal use. Later seats go to the younger, outer parts of the zone.
create unlogged table demo_seat as
with share (seat, status, idle_kind, idle_cause, share) as (values
    (1, 'closed', null, null, 0.035), (2, 'low_efficiency', null, null, 0.075),
    (3, 'disposing', 'A', 'government', 0.012), (4, 'disposing', 'A', 'holder', 0.010), (5, 'disposing', 'B', 'holder', 0.012),
    (6, 'disposing', null, null, 0.014),
    (7, 'idle', 'A', 'government', 0.020), (8, 'idle', 'A', 'holder', 0.022), (9, 'idle', 'A', 'force_majeure', 0.005),
    (10, 'idle', 'B', 'holder', 0.020), (11, 'idle', 'B', 'government', 0.007), (12, 'idle', 'B', 'force_majeure', 0.004),
    (13, 'investigating', null, null, 0.030), (14, 'suspected', null, null, 0.045),
    (15, 'reserved', null, null, 0.035), (16, 'ready', null, null, 0.030), (17, 'listed', null, null, 0.018), (18, 'awarded', null, null, 0.028)
),
seated as (
    select share.*, greatest(1, round(share * parcels * case when parcels > 5000 then 0.36 else 1 end))::integer as seats
    from share, demo_setting
)
select 0 as seat, 'in_use' as status, null as idle_kind, null as idle_cause, greatest(0, parcels - (select sum(seats) from seated))::integer as up_to
from demo_setting
union all
select seat, status, idle_kind, idle_cause,
       (greatest(0, parcels - (select sum(seats) from seated)) + sum(seats) over (order by seat))::integer
from seated, demo_setting;

analyze demo_seat;

-- Where a parcel stands, in the order of the Hilbert curve, so that neighbours in space are neighbours on disk.
create unlogged table demo_place as
with grounded as (
    select s.turn, s.superblock, s.key, s.hole, s.is_substation, st_multi(pg_temp.demo_ground(s.plan, shrink, ordinal)) as ground, st_area(s.plan) * shrink * shrink as area,
           w.park, w.i, w.j, z.zone_id, z.letters, z.name_zh as park_name
    from demo_shape s
    cross join demo_setting
    join demo_ward w on w.superblock = s.superblock
    join demo_zone z on z.park = w.park
)
select g.*, row_number() over (order by ground, turn)::integer as n,
       -- Land far from where the zone began is younger, and more of it is in motion.
       row_number() over (order by is_substation desc, pg_temp.demo_draw(key, 90) + 0.5 * turn / s.parcels, turn)::integer as place,
       row_number() over (partition by superblock order by turn)::integer as in_ward
from grounded g, demo_setting s;

analyze demo_place;

-- The facts of each parcel. An agreed commencement more than a year before today is what makes land of kind A idle
-- (Order 53 Article 2 paragraph 1); works stopped for a year and too little built, kind B (paragraph 2).
create unlogged table demo_parcel as
with drawn as (
    select p.*, s.status, s.idle_kind, s.idle_cause, t.today, t.zone_code, t.county_code, t.replayed,
           pg_temp.demo_draw(key, 101) as d1, pg_temp.demo_draw(key, 102) as d2, pg_temp.demo_draw(key, 103) as d3,
           pg_temp.demo_draw(key, 104) as d4, pg_temp.demo_draw(key, 105) as d5, pg_temp.demo_draw(key, 106) as d6,
           pg_temp.demo_draw(key, 107) as d7, pg_temp.demo_draw(key, 108) as d8
    from demo_place p
    cross join demo_setting t
    join demo_seat s on s.seat = width_bucket(p.place, (select array_agg(up_to + 1 order by seat) from demo_seat))
),
-- The day the status began, and the day works had to begin by the latest agreement.
dated as (
    select *, (today - case status
               when 'suspected' then 3 + 60 * d1 when 'investigating' then 2 + 40 * d1
               when 'idle' then 15 + 500 * d1 ^ 2 when 'disposing' then 20 + 400 * d1 when 'reserved' then 30 + 700 * d1
               when 'ready' then 10 + 300 * d1 when 'listed' then 3 + 5 * (place % 8 + d1)
               -- Of some the result is out and the contract is still to be signed.
               when 'awarded' then case when place % 17 = 5 then 3 + 6 * d1 else 15 + 270 * d1 end
               when 'low_efficiency' then 30 + 1300 * d1 when 'closed' then 60 + 1200 * d1
               else 200 + 4800 * d1 ^ 1.2 end::integer) as status_since
    from drawn
),
commenced as (
    select *, (status_since - case
               when status = 'in_use' then -20 + 80 * d2
               when status = 'awarded' then -(120 + 260 * d2)
               when status in ('suspected', 'investigating') then 400 + 120 * d2
               when status = 'disposing' and idle_kind = 'A' then 730 + 700 * d2
               when idle_kind = 'A' then 490 + 600 * d2
               when idle_kind = 'B' then 1500 + 900 * d2
               else 2000 + 2500 * d2 end::integer) as due_on
    from dated
),
used as (
    select *, (due_on - case when status = 'awarded' then due_on - status_since else (240 + 120 * d3)::integer end) as signed_on,
           case when is_substation then '0809'
                when d4 < 0.03 and status not in ('ready', 'listed', 'awarded') then null when d4 < 0.77 then '0601' when d4 < 0.86 then '0604' when d4 < 0.90 then '0505'
                when d4 < 0.925 then '0507' when d4 < 0.94 then '0501' when d4 < 0.965 then '0804' when d4 < 0.975 then '0809'
                when d4 < 0.985 then '1005' else '0701' end as land_use_code,
           status in ('reserved', 'ready', 'listed') as in_reserve
    from commenced
)
select u.*,
       case when is_substation or land_use_code in ('0809', '1005') then 'allocated'
            when in_reserve or d5 < 0.02 then null when d5 < 0.05 then 'leased' when d5 < 0.06 then 'contributed'
            when d5 < 0.085 then 'collective_granted' when d5 < 0.095 then 'collective_leased' else 'granted' end as right_type,
       -- Land is surveyed before it is ready to be supplied.
       d6 < 0.03 and hole is null and not is_substation and status not in ('ready', 'listed', 'awarded') as unsurveyed,
       round((area * case when d7 < 0.3 then 1
                          when d7 < 0.955 then 1 + 0.012 * (d8 - 0.5)
                          else 1 + (0.02 + 0.05 * d8) * case when d2 < 0.5 then 1 else -1 end end)::numeric,
             case when d8 < 0.5 then 0 else 2 end) as stated_area,
       d7 >= 0.955 as area_disagrees,
       case when d5 < 0.14 and status in ('idle', 'disposing', 'reserved', 'ready', 'investigating') then
           (array['等待规划调整批复', '司法查封期间暂缓处置', '轨道线位方案未定，暂缓供应', '等待高压线迁改完成', '承租户协商搬迁中'])[1 + floor(d3 * 5)::integer]
       end as hold_reason,
       st_pointonsurface(ground) as location,
       -- What 01_show sets: the route that the parcel shows, and its way through the statuses.
       null::text as route, null::text as way
from used u;
create index on demo_parcel (n);
analyze demo_parcel;
