-- Land assembly: neighbours that somebody thinks of as one site, kept under a name. What they hold is never stored, it is read anew.
create table registry.assembly (
    id         bigint generated always as identity,
    name       text not null,
    note       text,
    parcel_ids bigint[] not null,
    withdrawn  boolean not null default false,
    version    integer not null default 1,
    change_id  bigint not null,
    constraint assembly_pk primary key (id),
    constraint assembly_change_fk foreign key (change_id) references registry.change (id),
    constraint assembly_name_said check (name <> ''),
    constraint assembly_has_parcels check (cardinality(parcel_ids) between 1 and 50 and array_position(parcel_ids, null) is null)
);
comment on table registry.assembly is 'A proposal of land assembly (并地方案): parcels that are thought of as one site.';
comment on column registry.assembly.id is 'Key, in order of recording.';
comment on column registry.assembly.name is 'What it is called.';
comment on column registry.assembly.note is 'Remarks in words.';
comment on column registry.assembly.parcel_ids is 'The parcels, in the order in which they were chosen; one that ended since is shown as such.';
comment on column registry.assembly.withdrawn is 'True when the proposal was deleted; it stays in the history.';
comment on column registry.assembly.version is 'Row version, grows with each update.';
comment on column registry.assembly.change_id is 'The change that wrote this version.';
call registry.keep_records_of('assembly');
call registry.gather_records();
