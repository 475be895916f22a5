-- One command, one change: every write runs in one transaction that first calls begin_change; triggers point their
-- history rows to it. History, audit, undo, events and "what changed between two dates" read the same rows.
create extension if not exists postgis schema public;
create extension if not exists pg_trgm schema public;

create table registry.register (
    id         uuid not null default gen_random_uuid(),
    only_row   boolean not null default true,
    constraint register_pk primary key (id),
    constraint register_has_one_row unique (only_row),
    constraint register_only_row check (only_row)
);
comment on table registry.register is 'The identity of this register, one row: what browsers cached of another register is never taken for this one''s.';
comment on column registry.register.id is 'Random, made when the register was.';
comment on column registry.register.only_row is 'Always true; keeps the table at one row.';
insert into registry.register default values;

create table registry.change (
    id          bigint generated always as identity,
    recorded_at timestamptz not null,
    actor       text not null,
    command     text not null,
    reason      text,
    constraint change_pk primary key (id),
    constraint change_actor_said check (actor <> ''),
    constraint change_command_said check (command <> '')
);
comment on table registry.change is 'One command that changed the register: who, when, what, why. Never altered.';
comment on column registry.change.id is 'Number of the change; grows, but commit order may differ from number order.';
comment on column registry.change.recorded_at is 'When the command ran, by the clock of the program.';
comment on column registry.change.actor is 'Who gave the command.';
comment on column registry.change.command is 'Name of the command, verb and noun: MarkStatus, ImportRegister.';
comment on column registry.change.reason is 'Why, in the words of the one who gave the command.';
create index change_recorded_at_ix on registry.change (recorded_at);

create function registry.begin_change(actor text, command text, reason text, recorded_at timestamptz)
returns bigint language plpgsql as $$
declare
    change_id bigint;
begin
    insert into registry.change (recorded_at, actor, command, reason)
    values (begin_change.recorded_at, begin_change.actor, begin_change.command, begin_change.reason)
    returning id into change_id;
    perform set_config('registry.change', change_id::text, true),
            set_config('registry.changed_at', begin_change.recorded_at::text, true);
    return change_id;
end $$;
comment on function registry.begin_change(text, text, text, timestamptz) is
    'Opens the change that the running transaction belongs to and names it for the triggers.';

create function registry.current_change() returns bigint language plpgsql stable as $$
declare
    named text := current_setting('registry.change', true);
begin
    if named is null or named = '' then
        raise exception 'a write outside a change' using hint = 'call registry.begin_change first, in the same transaction';
    end if;
    return named::bigint;
end $$;
comment on function registry.current_change() is 'The change of the running transaction; a write without one is refused.';

create function registry.bulk() returns boolean language sql stable as
    $$ select coalesce(current_setting('registry.bulk', true), '') = 'on' $$;
comment on function registry.bulk() is
    'True in a transaction that set registry.bulk to on: derived tables are then rebuilt once at its end by registry.rebuild_derived, not row by row.';

create function registry.refuse_removal() returns trigger language plpgsql as $$
begin
    raise exception '% keeps its rows: nothing is deleted, rows end', tg_table_name;
end $$;
comment on function registry.refuse_removal() is 'Nothing in the register is deleted: rows end.';

create trigger change_is_append_only before update or delete on registry.change
    for each statement execute function registry.refuse_removal();
create trigger change_is_kept before truncate on registry.change
    for each statement execute function registry.refuse_removal();
