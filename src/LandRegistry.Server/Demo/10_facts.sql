-- Contracts, burdens and users of the parcels, each with the ten days in which the register learned of it.
create or replace function pg_temp.demo_period(on_day date, today date, replayed boolean, opening integer) returns integer
language sql immutable parallel safe as $$
    select case when replayed then greatest(coalesce(opening, 0), (least(on_day, today - 1) - (today - 2190)) / 10) else 0 end
$$;

create unlogged table demo_contract as
select parcel_id, case when right_type = 'allocated' then 'allocation' else 'contract' end as kind,
       zone_code || case when right_type = 'allocated' then '-划' else '-' end || extract(year from first_signed_on) || '-' || lpad(n::text, 5, '0') as number,
       case when d2 > 0.08 then county_code || extract(year from first_signed_on) || 'B' || lpad(n::text, 8, '0') end as supervision_number,
       first_signed_on as signed_on, agreed_delivery_on,
       -- Where no date was agreed, delivery and one year count instead (Article 22 paragraph 2).
       case when route is distinct from 'no-agreed-date' and (moved_by is not null or d5 > 0.05 or status not in ('in_use', 'low_efficiency', 'closed')) then first_due_on end as agreed_commencement_on,
       case when d8 > 0.06 then first_due_on + 540 + (370 * d7)::integer end as agreed_completion_on,
       (case when land_use_code like '05%' then 40 when land_use_code = '0701' then 70
             when right_type in ('leased', 'collective_leased') or d8 < 0.1 then 20 else 50 end)::smallint as term_years,
       price as price_yuan, developable as developable_area_square_metres, investment as total_investment_yuan,
       case when d1 > 0.05 then round((0.8 + 0.4 * d4)::numeric, 1) end as floor_area_ratio_min,
       case when d1 > 0.05 then round((2 + d5)::numeric, 1) end as floor_area_ratio_max,
       case when d1 > 0.08 then round((0.5 + 0.15 * d6)::numeric, 2) end as building_density_max,
       case when d1 > 0.3 then round((0.1 + 0.1 * d7)::numeric, 2) end as green_ratio_min,
       case when d8 > 0.6 then (24 + 6 * floor(5 * d4))::numeric end as height_max_metres,
       case when d2 > 0.12 then round((1.6e6 + 3e6 * d8)::numeric, -4) end as investment_per_mu_yuan,
       case when d3 > 0.2 then round((8e4 + 18e4 * d6)::numeric, -3) end as tax_per_mu_yuan,
       pg_temp.demo_period(signed_on, today, replayed, opening) as period
from demo_course
where has_contract
union all
select parcel_id, 'supplementary', zone_code || '-' || extract(year from supplemented_on) || '-' || lpad(n::text, 5, '0') || '-补1', null,
       supplemented_on, null, due_on, due_on + 540 + (370 * d7)::integer, null, null, null, null, null, null, null, null, null, null, null,
       pg_temp.demo_period(supplemented_on, today, replayed, opening)
from (select *, case when route = 'clock-restarted' then today - 330 else first_due_on - 20 end as supplemented_on from demo_course where moved_by is not null) c
union all
select parcel_id, 'supplementary', zone_code || '-' || extract(year from status_since) || '-' || lpad(n::text, 5, '0') || '-补2', null,
       status_since, null, extended_to, extended_to + 720, null, null, null, null, null, null, null, null, null, null, null,
       pg_temp.demo_period(status_since, today, replayed, opening)
from demo_course
where extended_to is not null
union all
-- Of land awarded again, the contract of the right that was taken back.
select parcel_id, case when right_type = 'allocated' then 'allocation' else 'contract' end, zone_code || '-' || extract(year from status_since - 2100) || '-' || lpad(n::text, 5, '0') || '-原', null,
       status_since - 2100, status_since - 1980, status_since - 1850, status_since - 1100, 50, price, developable, investment,
       null, null, null, null, null, null, null, pg_temp.demo_period(status_since - 2100, today, replayed, opening)
from demo_course
where way = 'again';

create unlogged table demo_encumbrance as
with burdened as (
    select p.*, e.*
    from demo_course p
    cross join lateral (values
        ('mortgage', case when status in ('in_use', 'low_efficiency', 'suspected', 'investigating', 'idle', 'disposing', 'closed') then 0.24
                          when status = 'reserved' then 0.4 when status in ('ready', 'listed') then 0.5 else 0 end, 211,
         (array['澄砚农商合作银行（演示）', '砚湾村镇银行（演示）', '栖禾信托（演示）'])[1 + floor(3 * p.d7)::integer], '最高额抵押'),
        ('seizure', case when idle_kind = 'B' or status in ('low_efficiency', 'reserved') then 0.12 else 0.006 end, 212, '澄砚县人民法院（演示）', '诉前保全查封'),
        ('lease', case when status in ('in_use', 'low_efficiency') then 0.1 else 0 end, 213, null, '整体出租'),
        ('dispute', case when idle_cause = 'government' or status = 'reserved' then 0.14 else 0.004 end, 214, null, '四至界线争议'),
        ('court', case when idle_kind = 'B' or status = 'disposing' then 0.1 else 0 end, 215, '澄砚县人民法院（演示）', '破产重整程序')
    ) as e (burden, chance, purpose, burden_holder, note)
    -- What shows a route is free, except where the route is about a mortgage.
    where pg_temp.demo_draw(p.key, purpose) < chance and p.route is null or p.route = 'agreed-recovery' and burden = 'mortgage'
)
select parcel_id, burden as kind, burden_holder as holder, registered_on, note,
       -- Ready and listed land is clear (Article 21); of the rest some is.
       case when status in ('ready', 'listed') or (status <> 'reserved' and d8 < 0.3) or (status = 'reserved' and d8 < 0.45)
            then registered_on + (case when in_reserve then reserved_on else status_since end - registered_on) * 3 / 4 end as released_on,
       pg_temp.demo_period(registered_on, today, replayed, opening) as period
from burdened
cross join lateral (select signed_on + ((case when in_reserve then reserved_on else status_since end - signed_on) * (0.15 + 0.6 * pg_temp.demo_draw(key, purpose + 10)))::integer as registered_on) r;

create unlogged table demo_occupancy as
with used as (
    select p.*, t.tenants
    from demo_course p
    left join (select park, max(nth) as tenants from demo_tenant group by park) t using (park)
),
listed as (
    select parcel_id, key, park, tenants, today, replayed, opening, u.*
    from used
    cross join lateral (values
        ('holder', not in_reserve, 301, signed_on, null::date),
        -- A second holder, a tenant, someone who simply uses the land.
        ('holder', not in_reserve and d5 between 0.4 and 0.43, 302, signed_on, null),
        ('lessee', status in ('in_use', 'low_efficiency') and d6 between 0.4 and 0.55, 303, due_on + 400 + ((today - due_on - 400) * d2)::integer, null),
        ('lessee', status in ('in_use', 'low_efficiency') and d6 between 0.5 and 0.56, 304, due_on + 300, due_on + 300 + ((today - due_on - 300) * d2)::integer),
        ('occupier', status in ('low_efficiency', 'reserved') and d7 between 0.3 and 0.42, 305, null, null),
        -- Who had the land before.
        ('holder', in_reserve, 306, signed_on, reserved_on),
        ('holder', status = 'closed' or (status in ('in_use', 'awarded') and d8 between 0.2 and 0.27), 307, signed_on - 1800 - (1500 * d3)::integer, signed_on - 1 - (60 * d4)::integer)
    ) as u (role, applies, purpose, from_on, to_on)
    where applies and (from_on is null or from_on <= today) and (to_on is null or to_on >= from_on)
)
select l.parcel_id, t.enterprise_id, l.role, l.from_on, l.to_on,
       pg_temp.demo_period(coalesce(l.from_on, l.today - 2190), l.today, l.replayed, l.opening) as period
from listed l
join demo_tenant t on t.park = l.park and t.nth = 1 + floor(pg_temp.demo_draw(l.key, l.purpose) * l.tenants)::integer;

analyze demo_contract;
analyze demo_encumbrance;
analyze demo_occupancy;
