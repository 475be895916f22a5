create table registry.enterprise (
    id              bigint generated always as identity,
    credit_code     text,
    name            text not null,
    former_names    text[] not null default '{}',
    industry_code   text,
    scale           text,
    operating_state text,
    source          text not null,
    source_id       text,
    ended_on        date,
    version         integer not null default 1,
    change_id       bigint not null,
    constraint enterprise_pk primary key (id),
    constraint enterprise_change_fk foreign key (change_id) references registry.change (id),
    constraint enterprise_name_said check (name <> ''),
    constraint enterprise_credit_code_form check (credit_code ~ '^[0-9A-Z]{18}$'),
    constraint enterprise_scale_known check (scale in ('above', 'below')),
    constraint enterprise_operating_state_known check (operating_state in
        ('normal', 'limited', 'half_stopped', 'stopped', 'loss_making', 'resumed', 'trial')),
    constraint enterprise_source_id_unique unique (source, source_id)
);
comment on table registry.enterprise is 'An enterprise that holds, rents or uses land.';
comment on column registry.enterprise.id is 'Key.';
comment on column registry.enterprise.credit_code is 'Unified social credit code (GB 32100), 18 characters; a failing check digit is a warning, not a refusal, since real pilot codes fail it.';
comment on column registry.enterprise.name is 'Name now.';
comment on column registry.enterprise.former_names is 'Former names, latest first.';
comment on column registry.enterprise.industry_code is 'Industry by GB/T 4754; null when unknown.';
comment on column registry.enterprise.scale is 'above or below the designated size; null when unknown.';
comment on column registry.enterprise.operating_state is 'normal, limited, half_stopped, stopped, loss_making, resumed or trial; null when unknown.';
comment on column registry.enterprise.source is 'Where the row comes from.';
comment on column registry.enterprise.source_id is 'Key of the row in its source.';
comment on column registry.enterprise.ended_on is 'When the row ended; null while it stands.';
comment on column registry.enterprise.version is 'Row version, grows with each update.';
comment on column registry.enterprise.change_id is 'The change that wrote this version.';
create unique index enterprise_credit_code_unique on registry.enterprise (credit_code)
    where credit_code is not null and ended_on is null;

create trigger enterprise_is_stamped before insert or update on registry.enterprise
    for each row execute function registry.row_stamp();
create trigger enterprise_is_kept before delete or truncate on registry.enterprise
    for each statement execute function registry.refuse_removal();
