-- Where an import waits until all of it is known to be right; gone with the transaction.
create temp table import_row (
    row_number        integer not null,
    source_id         text not null,
    zone_code         text not null,
    name              text,
    address           text,
    stated_area       numeric(16, 2),
    ownership         text,
    status            text not null,
    status_since      date not null,
    remarks           text,
    source_updated_on date,
    source_record     jsonb not null
) on commit drop;

create temp table import_reading (
    row_number integer not null,
    reading    integer not null,
    srid       integer not null,
    x          double precision not null,
    y          double precision not null,
    z          double precision not null
) on commit drop;

create temp table import_place (
    row_number integer not null,
    longitude  double precision not null,
    latitude   double precision not null,
    estimated  boolean not null
) on commit drop;
