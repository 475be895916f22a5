-- The audit trail: who did what, when, from where. Lines are only ever added; soon after, each is sealed into a chain, in which every
-- hash covers the line and the hash before it. A line that is altered, removed or put in between breaks the chain.
create table registry.audit_line (
    id         bigint generated always as identity,
    at         timestamptz not null,
    person     text not null,
    account_id bigint,
    address    text,
    action     text not null,
    what       text not null,
    details    jsonb,
    parcel_id  bigint,
    change_id  bigint,
    link       bigint,
    hash       bytea,
    constraint audit_line_pk primary key (id),
    constraint audit_line_link_unique unique (link),
    constraint audit_line_change_fk foreign key (change_id) references registry.change (id),
    constraint audit_line_sealed_or_not check ((link is null) = (hash is null)),
    constraint audit_line_action_said check (action <> '')
);
comment on table registry.audit_line is 'A line of the audit trail (审计记录).';
comment on column registry.audit_line.id is 'Key, in order of writing.';
comment on column registry.audit_line.at is 'When.';
comment on column registry.audit_line.person is 'Who, by the name that changes are recorded under; what was typed where nobody is known.';
comment on column registry.audit_line.account_id is 'Their account; null for the owner of a private register, the command line and strangers.';
comment on column registry.audit_line.address is 'Network address; null for the command line.';
comment on column registry.audit_line.action is 'sign_in, sign_in_failed, sign_out, read, change, import, export, print, people or publication.';
comment on column registry.audit_line.what is 'What it was done to: a route, a command, a person.';
comment on column registry.audit_line.details is 'Further particulars; null when there are none.';
comment on column registry.audit_line.parcel_id is 'The parcel it was about; null when it was about no single one.';
comment on column registry.audit_line.change_id is 'The change of the register that it stands for; null otherwise.';
comment on column registry.audit_line.link is 'Place in the chain, from 1; null until sealed.';
comment on column registry.audit_line.hash is 'SHA-256 over the hash before and the line; null until sealed.';
create index audit_line_unsealed_ix on registry.audit_line (id) where link is null;
create index audit_line_person_ix on registry.audit_line (person, id);
create index audit_line_parcel_ix on registry.audit_line (parcel_id, id) where parcel_id is not null;
create index audit_line_change_ix on registry.audit_line (change_id) where change_id is not null;

create function registry.audit_hash(before bytea, line registry.audit_line) returns bytea language sql immutable as $$
    select sha256(coalesce(before, '\x'::bytea) || convert_to(jsonb_build_array(
        line.link, line.id, extract(epoch from line.at)::text, line.person, line.account_id, line.address, line.action, line.what, line.details,
        line.parcel_id, line.change_id)::text, 'UTF8'))
$$;
comment on function registry.audit_hash(bytea, registry.audit_line) is 'The hash of a line in the chain after another.';

create function registry.guard_audit() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and old.link is null and new.link is not null
        and to_jsonb(new) - array['link', 'hash'] = to_jsonb(old) - array['link', 'hash'] then
        return new;
    end if;
    raise exception 'the audit trail keeps its lines as they were written';
end $$;
comment on function registry.guard_audit() is 'Lines of the audit trail are sealed once, and otherwise neither altered nor removed.';
create trigger audit_line_is_kept before update or delete on registry.audit_line
    for each row execute function registry.guard_audit();
create trigger audit_line_is_not_emptied before truncate on registry.audit_line
    for each statement execute function registry.refuse_removal();

create function registry.seal_audit() returns bigint language plpgsql as $$
declare
    line registry.audit_line;
    last bytea;
    sealed bigint := 0;
    place bigint;
begin
    perform pg_advisory_xact_lock(hashtext('registry.audit'));
    select l.hash, l.link into last, place from registry.audit_line l where l.link is not null order by l.link desc limit 1;
    place := coalesce(place, 0);
    for line in select * from registry.audit_line l where l.link is null order by l.id limit 5000 loop
        place := place + 1;
        line.link := place;
        last := registry.audit_hash(last, line);
        update registry.audit_line l set link = place, hash = last where l.id = line.id;
        sealed := sealed + 1;
    end loop;
    return sealed;
end $$;
comment on function registry.seal_audit() is 'Seals lines that are not in the chain yet, in their order; several servers may do it at once.';

create function registry.verify_audit() returns table (sealed bigint, unsealed bigint, head text, broken_link bigint, broken_id bigint, fault text)
language plpgsql stable as $$
declare
    line registry.audit_line;
    last bytea;
    place bigint := 0;
begin
    select count(*) filter (where l.link is not null), count(*) filter (where l.link is null) into sealed, unsealed from registry.audit_line l;
    for line in select * from registry.audit_line l where l.link is not null order by l.link loop
        place := place + 1;
        if line.link <> place then
            broken_link := place; broken_id := line.id; fault := 'missing';
            return next;
            return;
        end if;
        if registry.audit_hash(last, line) <> line.hash then
            broken_link := place; broken_id := line.id; fault := 'altered';
            return next;
            return;
        end if;
        last := line.hash;
    end loop;
    head := encode(last, 'hex');
    return next;
end $$;
comment on function registry.verify_audit() is
    'Walks the chain: how many lines, the hash of the last (keep it elsewhere: only it shows that lines at the end were removed), or the first place where it breaks.';

create function registry.audit_change() returns trigger language plpgsql as $$
begin
    insert into registry.audit_line (at, person, account_id, address, action, what, details, change_id)
    values (new.recorded_at, new.actor, nullif(current_setting('registry.account', true), '')::bigint, nullif(current_setting('registry.address', true), ''),
            case when new.command like 'Import%' then 'import' else 'change' end, new.command,
            case when new.reason is not null then jsonb_build_object('reason', new.reason) end, new.id);
    return null;
end $$;
comment on function registry.audit_change() is 'Every change of the register is a line of the audit trail, by the same transaction.';
create trigger change_is_audited after insert on registry.change for each row execute function registry.audit_change();

create table registry.publication_switch (
    only_row   boolean not null default true,
    is_on      boolean not null default false,
    constraint publication_switch_has_one_row unique (only_row),
    constraint publication_switch_only_row check (only_row)
);
comment on table registry.publication_switch is 'Whether the public view (Order 53 Article 11) answers; one row.';
comment on column registry.publication_switch.only_row is 'Always true; keeps the table at one row.';
comment on column registry.publication_switch.is_on is 'True while it answers everybody.';
insert into registry.publication_switch default values;
