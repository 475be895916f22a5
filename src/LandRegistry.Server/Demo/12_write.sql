-- A replay opens one change for each ten days in which something happened, dated at their end; a large register is
-- written in the change that the load began with.
do $$
declare
    setting demo_setting;
    of_period integer;
begin
    select * into setting from demo_setting;
    if not setting.replayed then
        perform pg_temp.demo_register(0);
        analyze demo_key;
        perform pg_temp.demo_record(0);
        perform pg_temp.demo_record_facts(0);
        return;
    end if;
    for of_period in
        select period from demo_opening union select period from demo_step union select period from demo_contract
        union select period from demo_encumbrance union select period from demo_occupancy union select period from demo_fact
        union select period from demo_infrastructure union select period from demo_stoppage union select period from demo_money order by 1
    loop
        perform registry.begin_change('演示 demo', case when of_period = 0 then 'LoadDemoZone' else 'MarkStatus' end,
            case when of_period = 0 then '演示县建库 the register of the demo county begins' else '旬例会标注 marks of the ten-day meeting' end,
            (least(setting.today - 1, setting.today - 2190 + of_period * 10 + 9) + time '17:00') at time zone 'Asia/Shanghai');
        perform pg_temp.demo_register(of_period);
        perform pg_temp.demo_record(of_period);
        perform pg_temp.demo_record_facts(of_period);
        perform pg_temp.demo_move(of_period);
    end loop;
    perform registry.begin_change('演示 demo', 'LoadDemoZone', '巡查与暂缓标注 visits and holds',
        setting.today::timestamp at time zone 'Asia/Shanghai');
    perform pg_temp.demo_last_visit();
end $$;
