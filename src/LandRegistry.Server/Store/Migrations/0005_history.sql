create table registry.parcel_history (
    parcel_id   bigint not null,
    version     integer not null,
    valid_from  timestamptz not null,
    valid_to    timestamptz not null,
    change_id   bigint not null,
    ended_by_change_id bigint not null,
    boundary    geometry(MultiPolygon, 4490),
    location    geometry(Point, 4490) not null,
    facts       jsonb not null,
    constraint parcel_history_pk primary key (parcel_id, version),
    constraint parcel_history_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint parcel_history_change_fk foreign key (change_id) references registry.change (id),
    constraint parcel_history_ended_by_fk foreign key (ended_by_change_id) references registry.change (id)
);
comment on table registry.parcel_history is 'Every former version of a parcel, kept by the database.';
comment on column registry.parcel_history.parcel_id is 'The parcel.';
comment on column registry.parcel_history.version is 'The version that this row was.';
comment on column registry.parcel_history.valid_from is 'When the version was written.';
comment on column registry.parcel_history.valid_to is 'When the next version was written; exclusive.';
comment on column registry.parcel_history.change_id is 'The change that wrote the version.';
comment on column registry.parcel_history.ended_by_change_id is 'The change that replaced it.';
comment on column registry.parcel_history.boundary is 'Boundary of the version (EPSG:4490, longitude first).';
comment on column registry.parcel_history.location is 'Point of the version (EPSG:4490, longitude first).';
comment on column registry.parcel_history.facts is 'All other columns of the version, by their names.';
create index parcel_history_change_ix on registry.parcel_history (ended_by_change_id);
create index parcel_history_period_ix on registry.parcel_history (valid_to, valid_from);

create table registry.parcel_status_mark (
    id           bigint generated always as identity,
    parcel_id    bigint not null,
    from_status  text,
    to_status    text not null,
    effective_on date not null,
    change_id    bigint not null,
    constraint parcel_status_mark_pk primary key (id),
    constraint parcel_status_mark_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint parcel_status_mark_change_fk foreign key (change_id) references registry.change (id)
);
comment on table registry.parcel_status_mark is 'Status history: each move of a parcel from one status to another.';
comment on column registry.parcel_status_mark.id is 'Key, in order of recording.';
comment on column registry.parcel_status_mark.parcel_id is 'The parcel.';
comment on column registry.parcel_status_mark.from_status is 'Status before; null at the first.';
comment on column registry.parcel_status_mark.to_status is 'Status after.';
comment on column registry.parcel_status_mark.effective_on is 'The day from which it holds, by the one who marked it.';
comment on column registry.parcel_status_mark.change_id is 'The change that recorded it.';
create index parcel_status_mark_parcel_ix on registry.parcel_status_mark (parcel_id, id);
create index parcel_status_mark_change_ix on registry.parcel_status_mark (change_id);

create function registry.parcel_keep_history() returns trigger language plpgsql as $$
begin
    insert into registry.parcel_history (parcel_id, version, valid_from, valid_to, change_id, ended_by_change_id, boundary, location, facts)
    select o.id, o.version, o.updated_at, n.updated_at, o.change_id, n.change_id, o.boundary, o.location,
           to_jsonb(f) - array['boundary', 'location', 'shape_mercator', 'sort_code', 'sort_area', 'status_rank']
    from old_rows o
    join new_rows n on n.id = o.id
    cross join lateral (select (o).*) f;
    insert into registry.parcel_status_mark (parcel_id, from_status, to_status, effective_on, change_id)
    select n.id, o.status, n.status, n.status_since, n.change_id
    from new_rows n join old_rows o on o.id = n.id
    where o.status <> n.status or o.status_since <> n.status_since
    order by n.id;
    return null;
end $$;
comment on function registry.parcel_keep_history() is 'Keeps the version that an update replaces, and the status move where there is one.';

create function registry.parcel_first_mark() returns trigger language plpgsql as $$
begin
    insert into registry.parcel_status_mark (parcel_id, to_status, effective_on, change_id)
    select id, status, status_since, change_id from new_rows;
    return null;
end $$;
comment on function registry.parcel_first_mark() is 'Records the status with which a parcel enters the register.';

create trigger parcel_history_is_kept after update on registry.parcel
    referencing old table as old_rows new table as new_rows
    for each statement execute function registry.parcel_keep_history();
create trigger parcel_first_status_is_kept after insert on registry.parcel
    referencing new table as new_rows
    for each statement execute function registry.parcel_first_mark();
create trigger parcel_history_is_append_only before update or delete or truncate on registry.parcel_history
    for each statement execute function registry.refuse_removal();
create trigger parcel_status_mark_is_append_only before update or delete or truncate on registry.parcel_status_mark
    for each statement execute function registry.refuse_removal();
