-- How many things of each kind the register's schema has.
select 'constraints', count(*) from pg_constraint where connamespace = 'registry'::regnamespace
union all
select 'functions', count(*) from pg_proc where pronamespace = 'registry'::regnamespace
union all
select case relkind when 'i' then 'indexes' when 'v' then 'views' when 'S' then 'sequences' else 'tables' end, count(*)
from pg_class where relnamespace = 'registry'::regnamespace and relkind in ('r', 'i', 'v', 'S') group by 1
union all
select 'triggers', count(*) from pg_trigger t join pg_class c on c.oid = t.tgrelid where c.relnamespace = 'registry'::regnamespace and not t.tgisinternal
