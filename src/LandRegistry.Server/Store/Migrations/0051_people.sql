-- People who sign in, what they may do and where, and what they are signed in with. No part of the land register: written outside
-- changes, and every step of it stands in the audit trail.
create table registry.account (
    id                    bigint generated always as identity,
    user_name             text not null,
    normalized_user_name  text not null,
    name                  text not null,
    department            text,
    phone                 text,
    password_hash         text,
    security_stamp        text,
    concurrency_stamp     text,
    failures              integer not null default 0,
    locked_until          timestamptz,
    is_disabled           boolean not null default false,
    must_change_password  boolean not null default false,
    needs_second_factor   boolean not null default false,
    totp_secret           text,
    totp_last_step        bigint not null default 0,
    created_at            timestamptz not null,
    constraint account_pk primary key (id),
    constraint account_user_name_unique unique (normalized_user_name),
    constraint account_name_unique unique (name),
    constraint account_user_name_said check (user_name <> ''),
    constraint account_name_said check (name <> '')
);
comment on table registry.account is 'A person who can sign in.';
comment on column registry.account.id is 'Key.';
comment on column registry.account.user_name is 'What the person signs in with.';
comment on column registry.account.normalized_user_name is 'The same in capitals, by which it is found.';
comment on column registry.account.name is 'Name that changes are recorded under; nobody else''s.';
comment on column registry.account.department is 'Department; null when unknown.';
comment on column registry.account.phone is 'Telephone; null when unknown.';
comment on column registry.account.password_hash is 'By the framework''s password hasher; null for people who sign in elsewhere only.';
comment on column registry.account.security_stamp is 'The framework''s; new whenever what one signs in with changes.';
comment on column registry.account.concurrency_stamp is 'The framework''s version of the row.';
comment on column registry.account.failures is 'Failed sign-ins since the last that succeeded.';
comment on column registry.account.locked_until is 'No sign-in is tried before; null when not locked.';
comment on column registry.account.is_disabled is 'True for a person who may not sign in any more.';
comment on column registry.account.must_change_password is 'True until the person has set a password of their own.';
comment on column registry.account.needs_second_factor is 'True when the administrator demands a second factor.';
comment on column registry.account.totp_secret is 'Secret of the second factor, encrypted with the server''s keys; null when there is none.';
comment on column registry.account.totp_last_step is 'The step of the last code that was taken: none is taken twice.';
comment on column registry.account.created_at is 'When the account was made.';

create table registry.role_grant (
    account_id bigint not null,
    ordinal    integer not null,
    role       text not null,
    zone_ids   bigint[],
    constraint role_grant_pk primary key (account_id, ordinal),
    constraint role_grant_account_fk foreign key (account_id) references registry.account (id),
    constraint role_grant_role_known check (role in ('viewer', 'officer', 'planner', 'case_officer', 'leader', 'administrator', 'auditor')),
    constraint role_grant_has_zones check (zone_ids is null or cardinality(zone_ids) > 0)
);
comment on table registry.role_grant is 'A role that a person has, and where.';
comment on column registry.role_grant.account_id is 'The person.';
comment on column registry.role_grant.ordinal is 'Place among the person''s roles.';
comment on column registry.role_grant.role is 'The role; what it may do stands in Domain/Rights.';
comment on column registry.role_grant.zone_ids is 'Zones, each with all below it; null for the whole register.';

create table registry.session (
    id         bigint generated always as identity,
    key_hash   bytea not null,
    account_id bigint not null,
    began_at   timestamptz not null,
    seen_at    timestamptz not null,
    ended_at   timestamptz,
    address    text,
    agent      text,
    constraint session_pk primary key (id),
    constraint session_key_unique unique (key_hash),
    constraint session_account_fk foreign key (account_id) references registry.account (id)
);
comment on table registry.session is 'A browser that somebody is or was signed in with.';
comment on column registry.session.id is 'Key.';
comment on column registry.session.key_hash is 'SHA-256 of the random key that the browser''s cookie holds.';
comment on column registry.session.account_id is 'Who.';
comment on column registry.session.began_at is 'When they signed in.';
comment on column registry.session.seen_at is 'When it was last used, to the minute.';
comment on column registry.session.ended_at is 'When it was ended; null while it lasts.';
comment on column registry.session.address is 'Network address it began from.';
comment on column registry.session.agent is 'What the browser calls itself.';
create index session_account_ix on registry.session (account_id) where ended_at is null;

create table registry.access_token (
    id         bigint generated always as identity,
    key_hash   bytea not null,
    account_id bigint not null,
    name       text not null,
    actions    text[] not null,
    began_at   timestamptz not null,
    ends_at    timestamptz not null,
    used_at    timestamptz,
    ended_at   timestamptz,
    constraint access_token_pk primary key (id),
    constraint access_token_key_unique unique (key_hash),
    constraint access_token_account_fk foreign key (account_id) references registry.account (id),
    constraint access_token_name_said check (name <> ''),
    constraint access_token_has_scope check (cardinality(actions) > 0)
);
comment on table registry.access_token is 'A token with which a script or a GIS program acts for a person.';
comment on column registry.access_token.id is 'Key.';
comment on column registry.access_token.key_hash is 'SHA-256 of the token; the token itself is shown once and kept nowhere.';
comment on column registry.access_token.account_id is 'For whom.';
comment on column registry.access_token.name is 'What it is for.';
comment on column registry.access_token.actions is 'Its scope: what it may do of what the person may.';
comment on column registry.access_token.began_at is 'When it was made.';
comment on column registry.access_token.ends_at is 'From when on it works no more.';
comment on column registry.access_token.used_at is 'When it was last used, to the minute.';
comment on column registry.access_token.ended_at is 'When it was ended before its time; null otherwise.';
create index access_token_account_ix on registry.access_token (account_id) where ended_at is null;

create table registry.recovery_code (
    account_id bigint not null,
    code_hash  bytea not null,
    used_at    timestamptz,
    constraint recovery_code_pk primary key (account_id, code_hash),
    constraint recovery_code_account_fk foreign key (account_id) references registry.account (id)
);
comment on table registry.recovery_code is 'A code that stands once for the second factor, when the telephone is lost.';
comment on column registry.recovery_code.account_id is 'Whose.';
comment on column registry.recovery_code.code_hash is 'SHA-256 of the code.';
comment on column registry.recovery_code.used_at is 'When it was used; null while it works.';

create table registry.outside_login (
    provider   text not null,
    subject    text not null,
    account_id bigint not null,
    constraint outside_login_pk primary key (provider, subject),
    constraint outside_login_account_fk foreign key (account_id) references registry.account (id)
);
comment on table registry.outside_login is 'Under which name an office''s identity provider knows a person.';
comment on column registry.outside_login.provider is 'The provider, by its name in the configuration.';
comment on column registry.outside_login.subject is 'Its lasting name of the person.';
comment on column registry.outside_login.account_id is 'The person here.';
