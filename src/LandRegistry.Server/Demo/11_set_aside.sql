-- For many rows: indexes and foreign keys are set aside, and made anew from their own definitions, which sorts and checks once
-- instead of a million times. Foreign keys and the indexes of small tables are put back before the commit (13_put_back), so that
-- nothing unchecked is ever committed; what only makes reading fast, and what is derived, follows after it (registry.deferred_work).
-- Search words are made beside the records (WordsBeside).
-- All in the transaction, so a failure leaves them as they were.
do $$
declare
    large regclass[] := array['registry.contract', 'registry.encumbrance', 'registry.land_fact', 'registry.infrastructure',
                              'registry.stoppage', 'registry.progress_report', 'registry.money_line', 'registry.inspection']::regclass[];
    present regclass[] := array['registry.parcel', 'registry.parcel_status_mark']::regclass[];
    derived regclass[] := array['registry.parcel_period']::regclass[];
    -- Small, or read by what comes next.
    small regclass[] := array['registry.occupancy', 'registry.enterprise_metric', 'registry.enterprise_state', 'registry.enterprise_signal', 'registry.strategy_step',
                              'registry.land_case', 'registry.case_event', 'registry.case_document', 'registry.case_determination', 'registry.case_plan',
                              'registry.case_milestone', 'registry.case_cause', 'registry.tender', 'registry.tender_event', 'registry.tender_indicator']::regclass[];
    item record;
begin
    for item in
        select i.indexrelid::regclass as index, pg_get_indexdef(i.indexrelid) as definition, i.indrelid as of_table
        from pg_index i
        where i.indrelid = any (large || present || derived || small) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)
        order by i.indexrelid::regclass::text
    loop
        insert into demo_aside (of_table, statement, in_lane) values (item.of_table, item.definition,
            case when item.of_table = any (large) then 'answers'
                 when item.of_table = any (present) then 'lists' when item.of_table = any (derived) then 'periods' end);
        execute format('drop index %s', item.index);
    end loop;
    for item in
        select c.conrelid::regclass as of_table, c.conname, pg_get_constraintdef(c.oid) as definition
        from pg_constraint c
        where c.conrelid = any (large || present || derived || small) and c.contype = 'f'
        order by c.conrelid::regclass::text, c.conname
    loop
        insert into demo_aside (of_table, statement, in_lane) values (item.of_table,
            format('alter table %s add constraint %I %s', item.of_table, item.conname, item.definition),
            case when item.of_table = any (derived) then 'periods' end);
        execute format('alter table %s drop constraint %I', item.of_table, item.conname);
    end loop;
    perform set_config('maintenance_work_mem', '512MB', true);
end $$;

-- What these triggers derive comes with the rows, is written by 12_write, or is left to the end.
alter table registry.parcel disable trigger parcel_is_derived, disable trigger parcel_first_status_is_kept, disable trigger parcel_search_follows_insert,
    disable trigger parcel_map_follows_insert, disable trigger parcel_periods_follow_insert;
