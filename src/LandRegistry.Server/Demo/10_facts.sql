-- Contracts, burdens and users of the parcels, each with the ten days in which the register learned of it.
create or replace function pg_temp.demo_period(on_day date, today date, replayed boolean, opening integer) returns integer
language sql immutable as $$
    select case when replayed then greatest(coalesce(opening, 0), (least(on_day, today - 1) - (today - 2190)) / 10) else 0 end
$$;

create temp table demo_contract on commit drop as
with extended as (
    select p.*, o.period as opening,
           -- Idle by the government's doing, and now and then otherwise, an agreement moved the date, by a year at most
           -- (Order 53 Article 12); the later date counts.
           case when status in ('idle', 'disposing', 'suspected', 'in_use') and d3 > 0.45
                     and (idle_cause in ('government', 'force_majeure') or d3 > 0.88)
                then 150 + (200 * d6)::integer end as moved_by,
           case when land_use_code like '05%' then 1100 + 1900 * d6 when land_use_code = '0701' then 1500 + 2000 * d6
                else 140 + 200 * d6 end as price_per_metre
    from demo_parcel p
    left join demo_opening o on o.n = p.n
    -- Of land in the reserve the old contract is not always known.
    where not (in_reserve and d1 < 0.35)
),
signed as (
    select *, signed_on - coalesce(moved_by, 0) as first_signed_on, due_on - coalesce(moved_by, 0) as first_due_on,
           pg_temp.demo_period(signed_on, today, replayed, opening) as period
    from extended
)
select n, 'contract' as kind, zone_code || '-' || extract(year from first_signed_on) || '-' || lpad(n::text, 5, '0') as number,
       case when d2 > 0.08 then county_code || extract(year from first_signed_on) || 'B' || lpad(n::text, 8, '0') end as supervision_number,
       first_signed_on as signed_on, first_due_on - case when status = 'awarded' then 30 else 90 + (100 * d5)::integer end as agreed_delivery_on,
       -- Where no date was agreed, delivery and one year count instead (Article 22 paragraph 2).
       case when moved_by is not null or d5 > 0.05 or status not in ('in_use', 'low_efficiency', 'closed') then first_due_on end as agreed_commencement_on,
       case when d8 > 0.06 then first_due_on + 540 + (370 * d7)::integer end as agreed_completion_on,
       (case when land_use_code like '05%' then 40 when land_use_code = '0701' then 70
             when right_type in ('leased', 'collective_leased') or d8 < 0.1 then 20 else 50 end)::smallint as term_years,
       case when right_type = 'allocated' then 0 when d7 > 0.07 then round((area * price_per_metre)::numeric, -3) end as price_yuan,
       case when d3 > 0.1 then round((area * (0.9 + 0.1 * d4))::numeric) end as developable_area_square_metres,
       case when d2 > 0.12 then round((area / 666.6667 * (1.6e6 + 3e6 * d8))::numeric, -4) end as total_investment_yuan,
       case when d1 > 0.05 then round((0.8 + 0.4 * d4)::numeric, 1) end as floor_area_ratio_min,
       case when d1 > 0.05 then round((2 + d5)::numeric, 1) end as floor_area_ratio_max,
       case when d1 > 0.08 then round((0.5 + 0.15 * d6)::numeric, 2) end as building_density_max,
       case when d1 > 0.3 then round((0.1 + 0.1 * d7)::numeric, 2) end as green_ratio_min,
       case when d8 > 0.6 then (24 + 6 * floor(5 * d4))::numeric end as height_max_metres,
       case when d2 > 0.12 then round((1.6e6 + 3e6 * d8)::numeric, -4) end as investment_per_mu_yuan,
       case when d3 > 0.2 then round((8e4 + 18e4 * d6)::numeric, -3) end as tax_per_mu_yuan,
       period
from signed
union all
select n, 'supplementary', zone_code || '-' || extract(year from first_due_on) || '-' || lpad(n::text, 5, '0') || '-补1', null,
       first_due_on - 20, null, due_on, due_on + 540 + (370 * d7)::integer, null, null, null, null, null, null, null, null, null, null, null,
       pg_temp.demo_period(first_due_on - 20, today, replayed, opening)
from signed
where moved_by is not null
union all
-- A disposal by extension sets a new date ahead, and the clock starts again.
select n, 'supplementary', zone_code || '-' || extract(year from status_since) || '-' || lpad(n::text, 5, '0') || '-补2', null,
       status_since, null, status_since + 180 + (180 * d7)::integer, status_since + 900 + (180 * d7)::integer,
       null, null, null, null, null, null, null, null, null, null, null,
       pg_temp.demo_period(status_since, today, replayed, opening)
from signed
where status = 'disposing' and idle_cause = 'government' and d4 < 0.6;

create temp table demo_encumbrance on commit drop as
with burdened as (
    select p.*, o.period as opening, e.*
    from demo_parcel p
    left join demo_opening o on o.n = p.n
    cross join lateral (values
        ('mortgage', case when status in ('in_use', 'low_efficiency', 'suspected', 'investigating', 'idle', 'disposing', 'closed') then 0.24
                          when status = 'reserved' then 0.4 when status in ('ready', 'listed') then 0.5 else 0 end, 211,
         (array['澄砚农商合作银行（演示）', '砚湾村镇银行（演示）', '栖禾信托（演示）'])[1 + floor(3 * p.d7)::integer], '最高额抵押'),
        ('seizure', case when idle_kind = 'B' or status in ('low_efficiency', 'reserved') then 0.12 else 0.006 end, 212, '澄砚县人民法院（演示）', '诉前保全查封'),
        ('lease', case when status in ('in_use', 'low_efficiency') then 0.1 else 0 end, 213, null, '整体出租'),
        ('dispute', case when idle_cause = 'government' or status = 'reserved' then 0.14 else 0.004 end, 214, null, '四至界线争议'),
        ('court', case when idle_kind = 'B' or status = 'disposing' then 0.1 else 0 end, 215, '澄砚县人民法院（演示）', '破产重整程序')
    ) as e (burden, chance, purpose, burden_holder, note)
    where pg_temp.demo_draw(p.key, purpose) < chance
)
select n, burden as kind, burden_holder as holder, registered_on, note,
       -- Ready and listed land is clear (Article 21); of the rest some is.
       case when status in ('ready', 'listed') or (status <> 'reserved' and d8 < 0.3) or (status = 'reserved' and d8 < 0.45)
            then registered_on + (least(today, status_since) - registered_on) * 3 / 4 end as released_on,
       pg_temp.demo_period(registered_on, today, replayed, opening) as period
from burdened
cross join lateral (select signed_on + ((status_since - signed_on) * (0.15 + 0.6 * pg_temp.demo_draw(key, purpose + 10)))::integer as registered_on) r
order by n;

create temp table demo_occupancy on commit drop as
with used as (
    select p.*, o.period as opening, (select max(nth) from demo_tenant t where t.park = p.park) as tenants
    from demo_parcel p left join demo_opening o on o.n = p.n
),
listed as (
    select n, key, park, tenants, today, replayed, opening, u.*
    from used
    cross join lateral (values
        ('holder', not in_reserve, 301, signed_on, null::date),
        -- A second holder, a tenant, someone who simply uses the land.
        ('holder', not in_reserve and d5 between 0.4 and 0.43, 302, signed_on, null),
        ('lessee', status in ('in_use', 'low_efficiency') and d6 between 0.4 and 0.55, 303, due_on + 400 + ((today - due_on - 400) * d2)::integer, null),
        ('lessee', status in ('in_use', 'low_efficiency') and d6 between 0.5 and 0.56, 304, due_on + 300, due_on + 300 + ((today - due_on - 300) * d2)::integer),
        ('occupier', status in ('low_efficiency', 'reserved') and d7 between 0.3 and 0.42, 305, null, null),
        -- Who had the land before.
        ('holder', in_reserve, 306, signed_on, status_since),
        ('holder', status = 'closed' or (status in ('in_use', 'awarded') and d8 between 0.2 and 0.27), 307, signed_on - 1800 - (1500 * d3)::integer, signed_on - 1 - (60 * d4)::integer)
    ) as u (role, applies, purpose, from_on, to_on)
    where applies and (from_on is null or from_on <= today) and (to_on is null or to_on >= from_on)
)
select l.n, t.enterprise_id, l.role, l.from_on, l.to_on,
       pg_temp.demo_period(coalesce(l.from_on, l.today - 2190), l.today, l.replayed, l.opening) as period
from listed l
join demo_tenant t on t.park = l.park and t.nth = 1 + floor(pg_temp.demo_draw(l.key, l.purpose) * l.tenants)::integer
order by l.n;

create or replace function pg_temp.demo_record(of_period integer) returns void language sql as $$
    insert into registry.contract (parcel_id, kind, number, supervision_number, signed_on, agreed_delivery_on, agreed_commencement_on,
        agreed_completion_on, term_years, price_yuan, developable_area_square_metres, total_investment_yuan, floor_area_ratio_min,
        floor_area_ratio_max, building_density_max, green_ratio_min, height_max_metres, investment_per_mu_yuan, tax_per_mu_yuan)
    select parcel_id, kind, number, supervision_number, signed_on, agreed_delivery_on, agreed_commencement_on,
        agreed_completion_on, term_years, price_yuan, developable_area_square_metres, total_investment_yuan, floor_area_ratio_min,
        floor_area_ratio_max, building_density_max, green_ratio_min, height_max_metres, investment_per_mu_yuan, tax_per_mu_yuan
    from demo_contract join demo_key using (n) where period = of_period order by n, kind, signed_on;
    insert into registry.encumbrance (parcel_id, kind, holder, registered_on, released_on, note)
    select parcel_id, kind, holder, registered_on, released_on, note
    from demo_encumbrance join demo_key using (n) where period = of_period order by n, kind;
    insert into registry.occupancy (enterprise_id, parcel_id, role, from_on, to_on)
    select enterprise_id, parcel_id, role, from_on, to_on
    from demo_occupancy join demo_key using (n) where period = of_period order by n, role, from_on, enterprise_id;
$$;
