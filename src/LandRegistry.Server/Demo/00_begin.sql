-- Derived tables wait for the end; the change is the one a load without a replay is written in, and of zones and enterprises.
select set_config('registry.bulk', 'on', true), set_config('jit', 'off', true), set_config('work_mem', '128MB', true),
       registry.begin_change('演示 demo', 'LoadDemoZone', '演示县建库 the register of the demo county',
           ((@today)::date - case when @replayed then 2191 else 0 end)::timestamp at time zone 'Asia/Shanghai');
