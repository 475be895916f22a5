-- The new tables get every index of the present ones, whoever made it, and take their names and comments over.
do $$
declare
    item record;
    of_table text;
begin
    perform set_config('maintenance_work_mem', '256MB', true);
    foreach of_table in array array['clock_segment', 'readiness_segment'] loop
        execute format('comment on table registry.%I is %L', of_table || '_next', obj_description(format('registry.%I', of_table)::regclass));
        create temp table swapped_index on commit drop as
            select c.relname as name, k.conname is not null as is_key,
                   replace(replace(pg_get_indexdef(i.indexrelid), format('INDEX %I ON', c.relname), format('INDEX %I ON', c.relname || '_next')),
                           format(' ON registry.%I ', of_table), format(' ON registry.%I ', of_table || '_next')) as definition
            from pg_index i
            join pg_class c on c.oid = i.indexrelid
            left join pg_constraint k on k.conindid = i.indexrelid and k.contype = 'p'
            where i.indrelid = format('registry.%I', of_table)::regclass;
        for item in select * from swapped_index order by name loop
            execute item.definition;
            if item.is_key then
                execute format('alter table registry.%I add constraint %I primary key using index %I', of_table || '_next', item.name || '_next', item.name || '_next');
            end if;
        end loop;
        execute format('drop table registry.%I', of_table);
        execute format('alter table registry.%I rename to %I', of_table || '_next', of_table);
        for item in select * from swapped_index order by name loop
            execute format('alter index registry.%I rename to %I', item.name || '_next', item.name);
        end loop;
        drop table swapped_index;
        execute format('analyze registry.%I', of_table);
    end loop;
end $$;
