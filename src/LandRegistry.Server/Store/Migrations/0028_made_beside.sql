-- A derived table that is made anew is filled and indexed under its name with _next while the present one is read, and then takes
-- its place. Both functions go by the catalogue, so that an index or key that somebody adds to the table is never forgotten.
create function registry.index_next(of_table text) returns void language plpgsql as $$
declare
    item record;
begin
    for item in
        select c.relname as name, k.conname is not null as is_key,
               replace(replace(pg_get_indexdef(i.indexrelid), format('INDEX %I ON', c.relname), format('INDEX %I ON', c.relname || '_next')),
                       format(' ON registry.%I ', of_table), format(' ON registry.%I ', of_table || '_next')) as definition
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        left join pg_constraint k on k.conindid = i.indexrelid and k.conrelid = i.indrelid and k.contype = 'p'
        where i.indrelid = format('registry.%I', of_table)::regclass
        order by c.relname
    loop
        execute item.definition;
        if item.is_key then
            execute format('alter table registry.%I add constraint %I primary key using index %2$I', of_table || '_next', item.name || '_next');
        end if;
    end loop;
end $$;
comment on function registry.index_next(text) is 'Gives the table of that name with _next every index and the primary key of the present one.';

create function registry.swap_next(of_table text) returns void language plpgsql as $$
declare
    present regclass := format('registry.%I', of_table)::regclass;
    indexes text[] := array(select c.relname::text from pg_index i join pg_class c on c.oid = i.indexrelid where i.indrelid = present);
    item text;
begin
    execute format('comment on table registry.%I is %L', of_table || '_next', obj_description(present));
    execute format('drop table registry.%I', of_table);
    execute format('alter table registry.%I rename to %I', of_table || '_next', of_table);
    foreach item in array indexes loop
        execute format('alter index registry.%I rename to %I', item || '_next', item);
    end loop;
    execute format('analyze registry.%I', of_table);
end $$;
comment on function registry.swap_next(text) is
    'Puts the table of that name with _next, filled and indexed, in the place of the present one, with its comment. For derived tables without keys to others.';

-- Search words are such a table too. Who takes its place must not wait for writers of parcels, who wait for it; and no parcel is ever deleted.
alter table registry.parcel_search drop constraint parcel_search_parcel_fk;

-- Periods wait for nothing but the records of parcels: a lane of their own.
alter table registry.deferred_work
    drop constraint deferred_work_lane_known,
    add constraint deferred_work_lane_known check (lane in ('answers', 'lists', 'periods', 'search'));
comment on column registry.deferred_work.lane is
    'Lanes run beside each other: answers (indexes of facts), lists (indexes of parcels, counts, map cells), periods (what parcels were when, and its indexes), search (search words).';
