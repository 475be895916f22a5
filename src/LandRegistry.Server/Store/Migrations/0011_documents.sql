-- Papers and their scans. A scan is kept in parts, so that neither upload nor download is ever whole in memory; a further
-- scan of a document does not replace the former, the latest is shown.
create table registry.document (
    id            bigint generated always as identity,
    parcel_id     bigint not null,
    kind          text not null,
    number        text,
    title         text,
    issued_on     date,
    inspection_id bigint,
    note          text,
    source        text,
    document_id   bigint,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint document_pk primary key (id),
    constraint document_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint document_change_fk foreign key (change_id) references registry.change (id),
    constraint document_kind_said check (kind <> ''),
    constraint document_inspection_fk foreign key (inspection_id) references registry.inspection (id)
);
comment on table registry.document is 'A paper about a parcel: official document, contract, certificate, map, photograph.';
comment on column registry.document.id is 'Key.';
comment on column registry.document.parcel_id is 'The parcel it is about.';
comment on column registry.document.kind is 'A document kind of the law, or contract, certificate, court, map, photo, other.';
comment on column registry.document.number is 'Number of the paper.';
comment on column registry.document.title is 'Title of the paper.';
comment on column registry.document.issued_on is 'Day of issue; null when unknown.';
comment on column registry.document.inspection_id is 'The inspection that a photograph was taken at.';
comment on column registry.document.note is 'Remarks in words.';
comment on column registry.document.source is 'Where it was taken from, in words.';
comment on column registry.document.document_id is 'The document that shows it; null when there is none.';
comment on column registry.document.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.document.version is 'Row version, grows with each update.';
comment on column registry.document.change_id is 'The change that wrote this version.';
create index document_parcel_ix on registry.document (parcel_id);
call registry.keep_records_of('document');
alter table registry.document add constraint document_document_fk foreign key (document_id) references registry.document (id);
comment on column registry.document.document_id is 'Another document that this one is a copy or an annex of.';
create index document_inspection_ix on registry.document (inspection_id) where inspection_id is not null;
alter table registry.land_fact add constraint land_fact_document_fk foreign key (document_id) references registry.document (id);
create index land_fact_document_ix on registry.land_fact (document_id) where document_id is not null;
alter table registry.progress_report add constraint progress_report_document_fk foreign key (document_id) references registry.document (id);
create index progress_report_document_ix on registry.progress_report (document_id) where document_id is not null;
alter table registry.stoppage add constraint stoppage_document_fk foreign key (document_id) references registry.document (id);
create index stoppage_document_ix on registry.stoppage (document_id) where document_id is not null;
alter table registry.infrastructure add constraint infrastructure_document_fk foreign key (document_id) references registry.document (id);
create index infrastructure_document_ix on registry.infrastructure (document_id) where document_id is not null;
alter table registry.money_line add constraint money_line_document_fk foreign key (document_id) references registry.document (id);
create index money_line_document_ix on registry.money_line (document_id) where document_id is not null;
alter table registry.inspection add constraint inspection_document_fk foreign key (document_id) references registry.document (id);
create index inspection_document_ix on registry.inspection (document_id) where document_id is not null;
alter table registry.contract add constraint contract_document_fk foreign key (document_id) references registry.document (id);
create index contract_document_ix on registry.contract (document_id) where document_id is not null;
alter table registry.encumbrance add constraint encumbrance_document_fk foreign key (document_id) references registry.document (id);
create index encumbrance_document_ix on registry.encumbrance (document_id) where document_id is not null;
alter table registry.occupancy add constraint occupancy_document_fk foreign key (document_id) references registry.document (id);
create index occupancy_document_ix on registry.occupancy (document_id) where document_id is not null;

create table registry.document_scan (
    id          bigint generated always as identity,
    document_id bigint not null,
    file_name   text,
    media_type  text not null,
    byte_count  bigint not null,
    digest      text not null,
    change_id   bigint not null,
    constraint document_scan_pk primary key (id),
    constraint document_scan_document_fk foreign key (document_id) references registry.document (id),
    constraint document_scan_change_fk foreign key (change_id) references registry.change (id),
    constraint document_scan_media_type_known check (media_type in ('application/pdf', 'image/png', 'image/jpeg', 'image/tiff')),
    constraint document_scan_not_empty check (byte_count > 0)
);
comment on table registry.document_scan is 'A scan of a document; rows are added, never altered.';
comment on column registry.document_scan.id is 'Key; grows, so the greatest of a document is its latest scan.';
comment on column registry.document_scan.document_id is 'The document.';
comment on column registry.document_scan.file_name is 'Name of the file as it was sent; never trusted, shown only.';
comment on column registry.document_scan.media_type is 'Type as found in the content, not as claimed.';
comment on column registry.document_scan.byte_count is 'Size, bytes.';
comment on column registry.document_scan.digest is 'SHA-256 of the content, hexadecimal.';
comment on column registry.document_scan.change_id is 'The change that recorded it.';
create index document_scan_document_ix on registry.document_scan (document_id, id);

create table registry.document_scan_part (
    scan_id bigint not null,
    part    integer not null,
    content bytea not null,
    constraint document_scan_part_pk primary key (scan_id, part),
    constraint document_scan_part_scan_fk foreign key (scan_id) references registry.document_scan (id) deferrable initially deferred
);
comment on table registry.document_scan_part is 'The content of a scan, in parts.';
comment on column registry.document_scan_part.scan_id is 'The scan.';
comment on column registry.document_scan_part.part is 'Place of the part, from 0.';
comment on column registry.document_scan_part.content is 'Its bytes.';
alter table registry.document_scan_part alter column content set storage external;

create function registry.scan_stamp() returns trigger language plpgsql as $$
begin
    new.change_id := registry.current_change();
    return new;
end $$;
comment on function registry.scan_stamp() is 'Stamps a scan with its change.';
create trigger document_scan_is_stamped before insert on registry.document_scan
    for each row execute function registry.scan_stamp();
create trigger document_scan_is_append_only before update or delete or truncate on registry.document_scan
    for each statement execute function registry.refuse_removal();
create trigger document_scan_part_is_append_only before update or delete or truncate on registry.document_scan_part
    for each statement execute function registry.refuse_removal();
