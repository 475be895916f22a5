-- Parcels that were drawn in the field and that the register does not have: they come back with a package and wait to be taken over.
create table registry.field_return_drawn (
    return_id  bigint not null,
    digest     text not null,
    name       text,
    address    text,
    status     text,
    status_on  date,
    remarks    text,
    checked_on date,
    checked_by text,
    note       text,
    boundary   geometry(MultiPolygon, 4490),
    location   geometry(Point, 4490),
    constraint field_return_drawn_pk primary key (return_id, digest),
    constraint field_return_drawn_return_fk foreign key (return_id) references registry.field_return (id),
    constraint field_return_drawn_placed check (num_nonnulls(boundary, location) = 1)
);
comment on table registry.field_return_drawn is 'A parcel that was drawn in the field and that the register does not have (外业新绘宗地).';
comment on column registry.field_return_drawn.return_id is 'The file.';
comment on column registry.field_return_drawn.digest is 'SHA-256 of its shape, hexadecimal; the same shape of a package is taken once.';
comment on column registry.field_return_drawn.name is 'Name.';
comment on column registry.field_return_drawn.address is 'Location in words.';
comment on column registry.field_return_drawn.status is 'Status code; null when it was not said.';
comment on column registry.field_return_drawn.status_on is 'Day from which the status holds; null when it was not said.';
comment on column registry.field_return_drawn.remarks is 'Remarks.';
comment on column registry.field_return_drawn.checked_on is 'Day of the check on the ground.';
comment on column registry.field_return_drawn.checked_by is 'Who checked it.';
comment on column registry.field_return_drawn.note is 'A note.';
comment on column registry.field_return_drawn.boundary is 'Boundary, EPSG:4490, longitude first, as drawn; null for a point.';
comment on column registry.field_return_drawn.location is 'Point, EPSG:4490, longitude first; null for a boundary.';
