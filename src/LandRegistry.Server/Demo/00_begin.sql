-- Derived tables wait for the end; the change is the one a load without a replay is written in, and of zones and enterprises.
-- What the generator works out stands in a schema of its own until it is dropped at the end (not in temporary tables, which only
-- one process can read).
create schema demo_scratch;
select set_config('registry.bulk', 'on', true), set_config('jit', 'off', true), set_config('work_mem', '128MB', true),
       set_config('search_path', 'demo_scratch,registry,public', true),
       set_config('max_parallel_workers_per_gather', case when @parcels >= 20000 then '2' else '0' end, true),
       set_config('parallel_tuple_cost', '0.001', true), set_config('parallel_setup_cost', '10', true), set_config('min_parallel_table_scan_size', '1MB', true),
       registry.begin_change('演示 demo', 'LoadDemoZone', '演示县建库 the register of the demo county',
           ((@today)::date - case when @replayed then 2191 else 0 end)::timestamp at time zone 'Asia/Shanghai');
