-- Roads have names from a pool, numbered where the pool is used up.
create or replace function pg_temp.demo_road(number integer) returns text language sql immutable as $$
    select (array['霁月', '云帆', '砚池', '松涧', '白榆', '澄心', '栖霞坞', '砺金', '苇湾', '长汀坡', '青篱', '望岫', '疏桐', '枕溪', '采薇坡', '听澜',
                  '半夏', '飞蓬', '石斛', '竹苓', '雁渚', '梧影', '金穗坪', '鹿鸣坞'])[1 + (number % 24 + 24) % 24]
           || coalesce((array['二', '三', '四', '五', '六', '七', '八', '九', '十'])[nullif(abs(number) / 24, 0)], '')
$$;

create temp table demo_key (n integer not null, parcel_id bigint not null) on commit drop;

-- Writes the parcels: in one change, or, replayed, each in the change of the ten days in which it entered the register.
create or replace function pg_temp.demo_register(of_period integer) returns void language sql as $$
    with entered as (
    insert into registry.parcel (code, name, address, zone_id, county_code, boundary, location, location_is_estimated,
        stated_area_square_metres, land_use_code, land_use_system, right_type, ownership, status, status_since,
        idle_kind, idle_cause, hold_reason, hold_until, source, source_id, source_updated_on, source_record,
        last_checked_on, last_checked_by, remarks)
    select case when not p.unsurveyed or p.d1 < 0.4 then
               p.county_code || lpad(p.park::text, 3, '0') || lpad((1 + p.superblock % 999)::text, 3, '0')
               || case when p.right_type like 'collective%' then 'JB' else 'GB' end
               || lpad((p.superblock / 999 * 400 + p.in_ward)::text, 5, '0') end,
           p.letters || '-' || lpad(p.superblock::text, 2, '0') || '-' || lpad(p.in_ward::text, 2, '0')
               || case when p.is_substation then '变电站' else '' end || '地块',
           '澄砚县' || p.park_name || pg_temp.demo_road(p.i) || '路' || case when p.d2 < 0.5 then '以东' else '以西' end || '、'
               || pg_temp.demo_road(p.j + 7) || '大道' || case when p.d3 < 0.5 then '以南' else '以北' end,
           p.zone_id, p.county_code,
           case when not p.unsurveyed then p.ground end,
           case when p.unsurveyed then st_pointonsurface(p.ground) end, p.unsurveyed and p.d3 < 0.7,
           case when p.d3 > 0.03 or p.unsurveyed then p.stated_area end,
           p.land_use_code, case when p.land_use_code is not null then 'GB/T 21010-2017' end, p.right_type,
           case when p.right_type like 'collective%' then 'collective' else 'state' end,
           coalesce(o.to_status, p.status), coalesce(o.on_day, p.status_since),
           case when not p.replayed then p.idle_kind end, case when not p.replayed then p.idle_cause end,
           case when not p.replayed then p.hold_reason end,
           case when not p.replayed and p.hold_reason is not null and p.d2 < 0.8 then p.today + (20 + 400 * p.d4)::integer end,
           'demo', p.zone_code || '-' || p.n, p.today - (10 + 500 * p.d5)::integer,
           case when p.idle_kind = 'B' then jsonb_build_object(
                    'startedOn', p.due_on + 25, 'stoppedOn', p.status_since - 500 - (200 * p.d6)::integer,
                    'developedShare', round((0.04 + 0.27 * p.d7)::numeric, 2), 'investedShare', round((0.03 + 0.20 * p.d8)::numeric, 2))
                when p.status in ('in_use', 'low_efficiency', 'closed') then jsonb_build_object('startedOn', p.due_on + 25) end,
           case when not p.replayed and p.d6 < 0.8 then p.today - (1 + 380 * p.d6)::integer end,
           case when not p.replayed and p.d6 < 0.8 then '演示巡查' || (array['一', '二', '三', '四'])[1 + floor(p.d8 * 4)::integer] || '组' end,
           nullif(concat_ws('；', case when p.area_disagrees then '证载面积与实测面积不符，待核' end,
               case p.hole when 'pond' then '地块内保留水塘一处' when 'village' then '地块内保留自然村一处，不计入宗地'
                           when 'substation' then '地块内变电站用地单独成宗' end,
               case when p.unsurveyed then '尚未测量，仅有点位' end), '')
    from demo_parcel p
    left join demo_opening o on o.n = p.n
    where coalesce(o.period, 0) = of_period
    order by p.n
    returning id, source_id)
    insert into demo_key select split_part(source_id, '-', -1)::integer, id from entered
$$;

create or replace function pg_temp.demo_move(of_period integer) returns void language sql as $$
    update registry.parcel r
    set status = s.to_status, status_since = s.on_day,
        idle_kind = case when s.to_status in ('idle', 'disposing') then p.idle_kind end,
        idle_cause = case when s.to_status in ('idle', 'disposing') then p.idle_cause end
    from demo_step s
    join demo_parcel p on p.n = s.n
    join demo_key k on k.n = s.n
    where s.period = of_period and r.id = k.parcel_id
$$;

-- What was found last: a hold, a visit. In a replay the last change of all.
create or replace function pg_temp.demo_last_visit() returns void language sql as $$
    update registry.parcel r
    set hold_reason = p.hold_reason,
        hold_until = case when p.hold_reason is not null and p.d2 < 0.8 then p.today + (20 + 400 * p.d4)::integer end,
        last_checked_on = case when p.d6 < 0.8 then p.today - (1 + 380 * p.d6)::integer end,
        last_checked_by = case when p.d6 < 0.8 then '演示巡查' || (array['一', '二', '三', '四'])[1 + floor(p.d8 * 4)::integer] || '组' end
    from demo_parcel p
    join demo_key k on k.n = p.n
    where p.replayed and r.id = k.parcel_id and (p.hold_reason is not null or p.d6 < 0.8)
$$;
