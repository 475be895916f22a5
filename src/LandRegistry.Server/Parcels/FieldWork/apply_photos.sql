-- $1 the return; $2 the parcels that are left out; $3 today. Photographs that their parcels do not have yet become documents with a scan each.
with wanted as (
    select o.*, nextval(pg_get_serial_sequence('registry.document', 'id')) as document_id, nextval(pg_get_serial_sequence('registry.document_scan', 'id')) as scan_id
    from registry.field_return_photo o
    join registry.parcel p on p.id = o.parcel_id and p.ended_on is null
    where o.return_id = $1 and o.parcel_id <> all ($2)
      and not exists (
          select from registry.document d join registry.document_scan s on s.document_id = d.id
          where d.parcel_id = o.parcel_id and not d.withdrawn and s.digest = o.digest)
),
written as (
    insert into registry.document (id, parcel_id, kind, title, issued_on, change_id) overriding system value
    select w.document_id, w.parcel_id, 'photo', w.title, coalesce(w.taken_on, $3), 0 from wanted w
),
scanned as (
    insert into registry.document_scan (id, document_id, media_type, byte_count, digest, change_id) overriding system value
    select w.scan_id, w.document_id, w.media_type, length(w.content), w.digest, 0 from wanted w
),
parted as (
    insert into registry.document_scan_part (scan_id, part, content)
    select w.scan_id, n.part, substr(w.content, n.part * 262144 + 1, 262144)
    from wanted w cross join lateral generate_series(0, (length(w.content) - 1) / 262144) as n (part)
)
select distinct parcel_id from wanted
