-- A replay opens one change for each ten days in which something happened, dated at their end; a large register is
-- written in the change that the load began with. demo_change is by which change each ten days are known.
create unlogged table demo_change (period integer not null, change_id bigint not null);

do $$
declare
    setting demo_setting;
    of_period integer;
    change_id bigint;
begin
    select * into setting from demo_setting;
    if not setting.replayed then
        perform pg_temp.demo_register(0);
        insert into demo_change values (0, registry.current_change());
        if (select tgenabled from pg_trigger where tgrelid = 'registry.parcel'::regclass and tgname = 'parcel_first_status_is_kept') = 'D' then
            insert into registry.parcel_status_mark (parcel_id, to_status, effective_on, change_id)
            select id, status, status_since, registry.current_change() from demo_row;
        end if;
        return;
    end if;
    for of_period in
        select period from demo_opening union select period from demo_step union select generate_series(0, 218, 3) order by 1
    loop
        change_id := registry.begin_change('演示 demo', case when of_period = 0 then 'LoadDemoZone' else 'MarkStatus' end,
            case when of_period = 0 then '演示县建库 the register of the demo county begins' else '旬例会标注 marks of the ten-day meeting' end,
            (least(setting.today - 1, setting.today - 2190 + of_period * 10 + 9) + time '17:00') at time zone 'Asia/Shanghai');
        insert into demo_change
        select p, change_id from generate_series(1 + coalesce((select max(period) from demo_change), -1), of_period) as p;
        perform pg_temp.demo_register(of_period);
        perform pg_temp.demo_move(of_period);
    end loop;
    insert into demo_change select p, change_id from generate_series(1 + (select max(period) from demo_change), 219) as p;
    perform registry.begin_change('演示 demo', 'LoadDemoZone', '巡查与暂缓标注 visits and holds',
        setting.today::timestamp at time zone 'Asia/Shanghai');
    perform pg_temp.demo_last_visit();
end $$;
