-- What the parcels have in parcel_history, every other record has here: one table, one trigger, so that history, undo
-- and "what changed between two dates" read all kinds of records alike.
create table registry.record_history (
    record_kind        text not null,
    record_id          bigint not null,
    version            integer not null,
    parcel_id          bigint,
    enterprise_id      bigint,
    change_id          bigint not null,
    ended_by_change_id bigint not null,
    facts              jsonb not null,
    constraint record_history_pk primary key (record_kind, record_id, version),
    constraint record_history_change_fk foreign key (change_id) references registry.change (id),
    constraint record_history_ended_by_fk foreign key (ended_by_change_id) references registry.change (id)
);
comment on table registry.record_history is 'Every former version of a record other than a parcel, kept by the database.';
comment on column registry.record_history.record_kind is 'Name of the table that the record stands in.';
comment on column registry.record_history.record_id is 'Key of the record in that table.';
comment on column registry.record_history.version is 'The version that this row was.';
comment on column registry.record_history.parcel_id is 'The parcel that the record was about; null when it has none.';
comment on column registry.record_history.enterprise_id is 'The enterprise that the record was about; null when it has none.';
comment on column registry.record_history.change_id is 'The change that wrote the version.';
comment on column registry.record_history.ended_by_change_id is 'The change that replaced it.';
comment on column registry.record_history.facts is 'All columns of the version, by their names.';
create index record_history_parcel_ix on registry.record_history (parcel_id) where parcel_id is not null;
create index record_history_enterprise_ix on registry.record_history (enterprise_id) where enterprise_id is not null;
create index record_history_ended_by_ix on registry.record_history (ended_by_change_id);

create trigger record_history_is_append_only before update or delete or truncate on registry.record_history
    for each statement execute function registry.refuse_removal();

create function registry.keep_record_history() returns trigger language plpgsql as $$
begin
    insert into registry.record_history (record_kind, record_id, version, parcel_id, enterprise_id, change_id, ended_by_change_id, facts)
    select tg_table_name, o.id, o.version, (facts ->> 'parcel_id')::bigint, (facts ->> 'enterprise_id')::bigint, o.change_id, n.change_id, facts
    from old_rows o
    join new_rows n on n.id = o.id
    cross join lateral (select to_jsonb(o) as facts) as whole;
    return null;
end $$;
comment on function registry.keep_record_history() is 'Keeps the versions that an update replaces; for tables with id, version and change_id.';

create procedure registry.keep_records_of(table_name text) language plpgsql as $$
begin
    execute format('create trigger %1$s_is_stamped before insert or update on registry.%1$I
        for each row execute function registry.row_stamp()', table_name);
    execute format('create trigger %1$s_is_kept before delete or truncate on registry.%1$I
        for each statement execute function registry.refuse_removal()', table_name);
    execute format('create trigger %1$s_history_is_kept after update on registry.%1$I
        referencing old table as old_rows new table as new_rows
        for each statement execute function registry.keep_record_history()', table_name);
end $$;
comment on procedure registry.keep_records_of(text) is
    'Gives a table of records its three triggers: stamped with change and version, never deleted, former versions kept. Its rows have id, version and change_id.';

create trigger zone_history_is_kept after update on registry.zone
    referencing old table as old_rows new table as new_rows
    for each statement execute function registry.keep_record_history();
create trigger enterprise_history_is_kept after update on registry.enterprise
    referencing old table as old_rows new table as new_rows
    for each statement execute function registry.keep_record_history();

-- Contracts, burdens and occupancies are corrected like any record; one entered by mistake is withdrawn, with its reason in the change.
drop trigger contract_is_stamped on registry.contract;
drop trigger contract_is_kept on registry.contract;
drop trigger encumbrance_is_stamped on registry.encumbrance;
drop trigger encumbrance_is_kept on registry.encumbrance;
drop trigger occupancy_is_stamped on registry.occupancy;
drop trigger occupancy_is_kept on registry.occupancy;
drop function registry.fact_stamp();
alter table registry.contract add column withdrawn boolean not null default false, add column version integer not null default 1;
alter table registry.encumbrance add column withdrawn boolean not null default false, add column version integer not null default 1;
alter table registry.occupancy add column withdrawn boolean not null default false, add column version integer not null default 1;
comment on column registry.contract.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.contract.version is 'Row version, grows with each update.';
comment on column registry.encumbrance.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.encumbrance.version is 'Row version, grows with each update.';
comment on column registry.occupancy.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.occupancy.version is 'Row version, grows with each update.';
call registry.keep_records_of('contract');
call registry.keep_records_of('encumbrance');
call registry.keep_records_of('occupancy');
