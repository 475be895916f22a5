-- Field packages: what was handed out for work outside, by version, and what came back. Neither is a record of land: what is taken over
-- of it is written as a change. What a package held is told from the history, as of the versions that stand here.
create table registry.field_package (
    id       bigint generated always as identity,
    token    uuid not null default gen_random_uuid(),
    name     text not null,
    language text not null,
    made_by  text not null,
    made_at  timestamptz not null,
    constraint field_package_pk primary key (id),
    constraint field_package_token_unique unique (token),
    constraint field_package_named check (name <> ''),
    constraint field_package_language_known check (language in ('zh', 'en'))
);
comment on table registry.field_package is 'A package of parcels handed out for work in the field (外业数据包).';
comment on column registry.field_package.id is 'Key.';
comment on column registry.field_package.token is 'Stands in the file; by it the file is known when it comes back.';
comment on column registry.field_package.name is 'Its name: area, team.';
comment on column registry.field_package.language is 'Language of its titles: zh or en.';
comment on column registry.field_package.made_by is 'Who made it.';
comment on column registry.field_package.made_at is 'When it was made.';

create table registry.field_package_parcel (
    package_id bigint not null,
    parcel_id  bigint not null,
    version    integer not null,
    constraint field_package_parcel_pk primary key (package_id, parcel_id),
    constraint field_package_parcel_package_fk foreign key (package_id) references registry.field_package (id),
    constraint field_package_parcel_parcel_fk foreign key (parcel_id) references registry.parcel (id)
);
comment on table registry.field_package_parcel is 'A parcel of a field package in the version that was handed out.';
comment on column registry.field_package_parcel.package_id is 'The package.';
comment on column registry.field_package_parcel.parcel_id is 'The parcel.';
comment on column registry.field_package_parcel.version is 'The version, which parcel or parcel_history has.';
create index field_package_parcel_parcel_ix on registry.field_package_parcel (parcel_id);

create table registry.field_return (
    id          bigint generated always as identity,
    package_id  bigint not null,
    digest      text not null,
    returned_by text not null,
    returned_at timestamptz not null,
    left_out    integer not null,
    change_id   bigint,
    constraint field_return_pk primary key (id),
    constraint field_return_file_unique unique (package_id, digest),
    constraint field_return_package_fk foreign key (package_id) references registry.field_package (id),
    constraint field_return_change_fk foreign key (change_id) references registry.change (id)
);
comment on table registry.field_return is 'A field package that came back; the same file is taken once.';
comment on column registry.field_return.id is 'Key.';
comment on column registry.field_return.package_id is 'The package.';
comment on column registry.field_return.digest is 'SHA-256 of the file, hexadecimal.';
comment on column registry.field_return.returned_by is 'Who brought it back.';
comment on column registry.field_return.returned_at is 'When it came back.';
comment on column registry.field_return.left_out is 'Rows of the file that are no parcel of the package.';
comment on column registry.field_return.change_id is 'The change that took it over last; null until then.';
create index field_return_change_ix on registry.field_return (change_id) where change_id is not null;

create table registry.field_return_parcel (
    return_id  bigint not null,
    parcel_id  bigint not null,
    name       text,
    address    text,
    status     text not null,
    status_on  date,
    remarks    text,
    checked_on date,
    checked_by text,
    note       text,
    boundary   geometry(MultiPolygon, 4490),
    constraint field_return_parcel_pk primary key (return_id, parcel_id),
    constraint field_return_parcel_return_fk foreign key (return_id) references registry.field_return (id),
    constraint field_return_parcel_parcel_fk foreign key (parcel_id) references registry.parcel (id)
);
comment on table registry.field_return_parcel is 'A parcel as it came back from the field.';
comment on column registry.field_return_parcel.return_id is 'The file.';
comment on column registry.field_return_parcel.parcel_id is 'The parcel.';
comment on column registry.field_return_parcel.name is 'Name.';
comment on column registry.field_return_parcel.address is 'Location in words.';
comment on column registry.field_return_parcel.status is 'Status code.';
comment on column registry.field_return_parcel.status_on is 'Day from which a changed status holds; null: the day it is taken over.';
comment on column registry.field_return_parcel.remarks is 'Remarks.';
comment on column registry.field_return_parcel.checked_on is 'Day of the last check on the ground.';
comment on column registry.field_return_parcel.checked_by is 'Who checked it.';
comment on column registry.field_return_parcel.note is 'A new note.';
comment on column registry.field_return_parcel.boundary is 'Boundary, EPSG:4490, longitude first; null until surveyed.';
create index field_return_parcel_parcel_ix on registry.field_return_parcel (parcel_id);

create table registry.field_return_photo (
    return_id  bigint not null,
    digest     text not null,
    parcel_id  bigint not null,
    media_type text not null,
    title      text,
    taken_on   date,
    content    bytea not null,
    constraint field_return_photo_pk primary key (return_id, parcel_id, digest),
    constraint field_return_photo_return_fk foreign key (return_id) references registry.field_return (id),
    constraint field_return_photo_parcel_fk foreign key (parcel_id) references registry.parcel (id)
);
comment on table registry.field_return_photo is 'A photograph of a parcel that came back from the field.';
comment on column registry.field_return_photo.return_id is 'The file.';
comment on column registry.field_return_photo.digest is 'SHA-256 of the picture, hexadecimal; a picture that the parcel has already is not taken again.';
comment on column registry.field_return_photo.parcel_id is 'The parcel.';
comment on column registry.field_return_photo.media_type is 'Type as found in the content.';
comment on column registry.field_return_photo.title is 'What it shows.';
comment on column registry.field_return_photo.taken_on is 'Day it was taken.';
comment on column registry.field_return_photo.content is 'The picture.';
alter table registry.field_return_photo alter column content set storage external;

create table registry.field_note (
    package_id bigint not null,
    parcel_id  bigint not null,
    digest     text not null,
    note_id    bigint not null,
    constraint field_note_pk primary key (package_id, parcel_id, digest),
    constraint field_note_package_fk foreign key (package_id) references registry.field_package (id),
    constraint field_note_note_fk foreign key (note_id) references registry.parcel_note (id)
);
comment on table registry.field_note is 'A note that was taken over from the field, so that the same note of a package is not taken again while it stands.';
comment on column registry.field_note.package_id is 'The package.';
comment on column registry.field_note.parcel_id is 'The parcel.';
comment on column registry.field_note.digest is 'MD5 of its text.';
comment on column registry.field_note.note_id is 'The note.';
create index field_note_note_ix on registry.field_note (note_id);
