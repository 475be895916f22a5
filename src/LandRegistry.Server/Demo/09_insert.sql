-- Roads have names from a pool, numbered where the pool is used up.
create or replace function pg_temp.demo_road(number integer) returns text language sql immutable parallel safe as $$
    select (array['霁月', '云帆', '砚池', '松涧', '白榆', '澄心', '栖霞坞', '砺金', '苇湾', '长汀坡', '青篱', '望岫', '疏桐', '枕溪', '采薇坡', '听澜',
                  '半夏', '飞蓬', '石斛', '竹苓', '雁渚', '梧影', '金穗坪', '鹿鸣坞'])[1 + (number % 24 + 24) % 24]
           || coalesce((array['二', '三', '四', '五', '六', '七', '八', '九', '十'])[nullif(abs(number) / 24, 0)], '')
$$;

-- The rows, with what the trigger parcel_is_derived works out (registry.parcel_derive; a test compares the two).
create unlogged table demo_row as
select p.n, (select first_id from demo_setting) + p.n as id, coalesce(o.period, 0) as period,
       case when not p.unsurveyed or p.d1 < 0.4 then
               p.county_code || lpad(p.park::text, 3, '0') || lpad((1 + p.superblock % 999)::text, 3, '0')
               || case when p.right_type like 'collective%' then 'JB' else 'GB' end
               || lpad((p.superblock / 999 * 400 + p.in_ward)::text, 5, '0') end as code,
       p.letters || '-' || lpad(p.superblock::text, 2, '0') || '-' || lpad(p.in_ward::text, 2, '0')
               || case when p.is_substation then '变电站' else '' end || '地块' as name,
       '澄砚县' || p.park_name || pg_temp.demo_road(p.i) || '路' || case when p.d2 < 0.5 then '以东' else '以西' end || '、'
               || pg_temp.demo_road(p.j + 7) || '大道' || case when p.d3 < 0.5 then '以南' else '以北' end as address,
       p.zone_id as zone_id,
       p.county_code as county_code,
       case when not p.unsurveyed then p.ground end as boundary,
       p.location as location,
       p.unsurveyed and p.d3 < 0.7 as location_is_estimated,
       case when p.d3 > 0.03 or p.unsurveyed then p.stated_area end as stated_area_square_metres,
       p.land_use_code as land_use_code,
       case when p.land_use_code is not null then 'GB/T 21010-2017' end as land_use_system,
       p.right_type as right_type,
       case when p.right_type like 'collective%' then 'collective' else 'state' end as ownership,
       coalesce(o.to_status, p.status) as status,
       coalesce(o.on_day, p.status_since) as status_since,
       case when not p.replayed then p.idle_kind end as idle_kind,
       case when not p.replayed then p.idle_cause end as idle_cause,
       case when not p.replayed then p.hold_reason end as hold_reason,
       case when not p.replayed and p.hold_reason is not null and p.d2 < 0.8 then p.today + (20 + 400 * p.d4)::integer end as hold_until,
       'demo' as source,
       p.zone_code || '-' || p.n as source_id,
       p.today - (10 + 500 * p.d5)::integer as source_updated_on,
       case when p.route is not null then jsonb_build_object('route', p.route) end as source_record,
       case when not p.replayed and p.d6 < 0.8 then p.today - (1 + 380 * p.d6)::integer end as last_checked_on,
       case when not p.replayed and p.d6 < 0.8 then '演示巡查' || (array['一', '二', '三', '四'])[1 + floor(p.d8 * 4)::integer] || '组' end as last_checked_by,
       nullif(concat_ws('；', case when p.area_disagrees then '证载面积与实测面积不符，待核' end,
               case p.hole when 'pond' then '地块内保留水塘一处' when 'village' then '地块内保留自然村一处，不计入宗地'
                           when 'substation' then '地块内变电站用地单独成宗' end,
               case when p.unsurveyed then '尚未测量，仅有点位' end, '演示：' || w.remark), '') as remarks,
       case when not p.unsurveyed then registry.gauss_kruger_srid(st_x(p.location)) end as area_srid,
       case when not p.unsurveyed then registry.measured_area(p.ground, st_x(p.location)) end as measured_area_square_metres,
       st_transform(st_setsrid(case when p.unsurveyed then p.location else p.ground end, 4326), 3857) as shape_mercator
from demo_parcel p
left join demo_opening o on o.n = p.n
left join demo_show w on w.route = p.route;
create index on demo_row (period, n);
analyze demo_row;

-- Writes the parcels: in one change, or, replayed, each in the change of the ten days in which it entered the register. What the
-- trigger would derive is given already, so that a large register is written without it.
create or replace function pg_temp.demo_register(of_period integer) returns void language sql as $$
    insert into registry.parcel (id, code, name, address, zone_id, county_code, boundary, location, location_is_estimated, stated_area_square_metres,
        land_use_code, land_use_system, right_type, ownership, status, status_since, idle_kind, idle_cause, hold_reason,
        hold_until, source, source_id, source_updated_on, source_record, last_checked_on, last_checked_by, remarks, area_srid,
        measured_area_square_metres, shape_mercator,
        updated_at, change_id)
    overriding system value
    select id, code, name, address, zone_id, county_code, boundary, location, location_is_estimated, stated_area_square_metres,
        land_use_code, land_use_system, right_type, ownership, status, status_since, idle_kind, idle_cause, hold_reason,
        hold_until, source, source_id, source_updated_on, source_record, last_checked_on, last_checked_by, remarks, area_srid,
        measured_area_square_metres, shape_mercator,
        (select current_setting('registry.changed_at')::timestamptz), (select registry.current_change())
    from demo_row
    where period = of_period
    order by n
$$;

create or replace function pg_temp.demo_move(of_period integer) returns void language sql as $$
    update registry.parcel r
    set status = s.to_status, status_since = s.on_day,
        idle_kind = case when s.to_status in ('idle', 'disposing') then p.idle_kind end,
        idle_cause = case when s.to_status in ('idle', 'disposing') then p.idle_cause end
    from demo_step s
    join demo_parcel p on p.n = s.n
    join demo_setting t on true
    where s.period = of_period and r.id = t.first_id + s.n
$$;

-- What was found last: a hold, a visit. In a replay the last change of all.
create or replace function pg_temp.demo_last_visit() returns void language sql as $$
    update registry.parcel r
    set hold_reason = p.hold_reason,
        hold_until = case when p.hold_reason is not null and p.d2 < 0.8 then p.today + (20 + 400 * p.d4)::integer end,
        last_checked_on = case when p.d6 < 0.8 then p.today - (1 + 380 * p.d6)::integer end,
        last_checked_by = case when p.d6 < 0.8 then '演示巡查' || (array['一', '二', '三', '四'])[1 + floor(p.d8 * 4)::integer] || '组' end
    from demo_parcel p
    join demo_setting t on true
    where p.replayed and r.id = t.first_id + p.n and (p.hold_reason is not null or p.d6 < 0.8)
$$;
