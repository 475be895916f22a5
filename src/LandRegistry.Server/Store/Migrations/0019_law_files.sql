-- Law files of provinces, cities and counties that the register applies beside the national law (decision 0009).
create table registry.law_file (
    id       bigint generated always as identity,
    name     text not null,
    body     text not null,
    digest   text not null,
    taken_at timestamptz not null,
    ended_at timestamptz,
    constraint law_file_pk primary key (id),
    constraint law_file_ends_later check (ended_at >= taken_at)
);
comment on table registry.law_file is 'A law file that the register took, whole; ended when another took its place or it was taken away.';
comment on column registry.law_file.id is 'The row.';
comment on column registry.law_file.name is 'Name of the file in its folder.';
comment on column registry.law_file.body is 'The text of the file, JSON.';
comment on column registry.law_file.digest is 'Digest of name and text.';
comment on column registry.law_file.taken_at is 'When the register took it.';
comment on column registry.law_file.ended_at is 'When it ended; null while the register applies it.';
create unique index law_file_in_force_ix on registry.law_file (digest) where ended_at is null;
