-- Answers of the idle clock and of readiness, stored as the dates on which they change (decision 0007): the passing of time
-- needs no recomputation, and any past date is a comparison. Derived by the rules in the Domain, never by SQL: no keys to
-- other tables, since a recomputation of all makes the tables anew and swaps them in. No view may rest on them.
create table registry.clock_segment (
    parcel_id      bigint not null,
    from_on        date not null,
    kind           text not null,
    powers         smallint not null,
    suspected_from date,
    fee_from       date,
    recovery_from  date,
    constraint clock_segment_pk primary key (parcel_id, from_on),
    constraint clock_segment_kind_known check (kind in ('none', 'unknown', 'A', 'B'))
);
comment on table registry.clock_segment is 'Answer of the idle clock for a parcel from a day until the next row of the parcel.';
comment on column registry.clock_segment.parcel_id is 'The parcel.';
comment on column registry.clock_segment.from_on is 'First day, inclusive; -infinity in the first row of a parcel.';
comment on column registry.clock_segment.kind is 'none, unknown, A (never started) or B (started, then stopped) (Order 53 Article 2).';
comment on column registry.clock_segment.powers is 'What the law allows, added up: 1 investigate, 2 negotiate (Article 12), 4 charge the fee, 8 recover (Article 14).';
comment on column registry.clock_segment.suspected_from is 'Day from which the land counts as idle by time, as foreseen over this segment; null when none comes.';
comment on column registry.clock_segment.fee_from is 'First day on which the fee may be charged; likewise.';
comment on column registry.clock_segment.recovery_from is 'First day on which the right may be recovered; likewise.';
create index clock_segment_from_ix on registry.clock_segment (from_on, parcel_id);

create table registry.readiness_segment (
    parcel_id bigint not null,
    from_on   date not null,
    is_ready  boolean not null,
    blocking  text[] not null,
    constraint readiness_segment_pk primary key (parcel_id, from_on)
);
comment on table registry.readiness_segment is 'Readiness of a parcel for re-tender from a day until the next row of the parcel.';
comment on column registry.readiness_segment.parcel_id is 'The parcel.';
comment on column registry.readiness_segment.from_on is 'First day, inclusive; -infinity in the first row of a parcel.';
comment on column registry.readiness_segment.is_ready is 'Whether every item holds.';
comment on column registry.readiness_segment.blocking is 'Codes of the items that do not hold, in the order of the checklist; empty when ready.';
create index readiness_segment_from_ix on registry.readiness_segment (from_on, parcel_id);

create table registry.answer_basis (
    only_row    boolean not null default true,
    law         text not null,
    digest      text not null,
    computed_at timestamptz not null,
    parcels     bigint not null,
    constraint answer_basis_pk primary key (only_row),
    constraint answer_basis_only_row check (only_row)
);
comment on table registry.answer_basis is 'What the stored answers were computed with, one row.';
comment on column registry.answer_basis.only_row is 'Always true; keeps the table at one row.';
comment on column registry.answer_basis.law is 'Name of the law file.';
comment on column registry.answer_basis.digest is 'Digest of the law file and of the version of the rules.';
comment on column registry.answer_basis.computed_at is 'When all answers were last computed anew.';
comment on column registry.answer_basis.parcels is 'How many parcels that were.';
