-- For many rows: indexes and foreign keys are set aside, and made anew from their own definitions (13_put_back, 15_put_back_search), which
-- sorts and checks once instead of a million times. All in the transaction, so a failure leaves them as they were.
do $$
declare
    tables regclass[] := array['registry.parcel', 'registry.contract', 'registry.encumbrance', 'registry.occupancy',
                               'registry.land_fact', 'registry.infrastructure', 'registry.stoppage', 'registry.progress_report', 'registry.money_line', 'registry.inspection',
                               'registry.enterprise_metric', 'registry.enterprise_state', 'registry.enterprise_signal', 'registry.strategy_step',
                               'registry.land_case', 'registry.case_event', 'registry.case_document', 'registry.case_determination', 'registry.case_plan',
                               'registry.case_milestone', 'registry.case_cause',
                               'registry.parcel_status_mark', 'registry.parcel_search', 'registry.parcel_period']::regclass[];
    item record;
begin
    for item in
        select i.indexrelid::regclass as index, k.relname, pg_get_indexdef(i.indexrelid) as definition, i.indrelid
        from pg_index i join pg_class k on k.oid = i.indexrelid
        where i.indrelid = any (tables) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
        order by i.indexrelid::regclass::text
    loop
        -- The index of search words is made after the commit, beside the computing of answers (SearchIndex).
        if item.relname <> 'parcel_search_content_ix' then
            insert into demo_aside (statement, of_search) values (item.definition, item.indrelid in ('registry.parcel_search'::regclass, 'registry.parcel_period'::regclass));
        end if;
        execute format('drop index %s', item.index);
    end loop;
    for item in
        select c.conrelid::regclass as of_table, c.conname, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c
        where c.conrelid = any (tables) and c.contype = 'f'
        order by c.conrelid::regclass::text, c.conname
    loop
        insert into demo_aside (statement, of_search) values (
            format('alter table %s add constraint %I %s', item.of_table, item.conname, item.definition), item.of_table = 'registry.parcel_search'::regclass);
        execute format('alter table %s drop constraint %I', item.of_table, item.conname);
    end loop;
    perform set_config('maintenance_work_mem', '512MB', true);
end $$;

-- What these triggers derive comes with the rows, is written by 12_write, or is left to the end.
alter table registry.parcel disable trigger parcel_is_derived, disable trigger parcel_first_status_is_kept, disable trigger parcel_search_follows_insert,
    disable trigger parcel_map_follows_insert, disable trigger parcel_periods_follow_insert;
