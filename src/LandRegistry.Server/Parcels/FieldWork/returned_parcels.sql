-- $1 the return. Every parcel of it thrice: as handed out, as it came back, as it is. Those that have ended since have no version.
select x.parcel_id, p.code, p.version, p.ended_on is null,
       case when h.version is null then p.name else h.facts ->> 'name' end, f.name, p.name,
       case when h.version is null then p.address else h.facts ->> 'address' end, f.address, p.address,
       case when h.version is null then p.status else h.facts ->> 'status' end, f.status, p.status,
       case when h.version is null then p.remarks else h.facts ->> 'remarks' end, f.remarks, p.remarks,
       case when h.version is null then p.last_checked_on::text else h.facts ->> 'last_checked_on' end, f.checked_on::text, p.last_checked_on::text,
       case when h.version is null then p.last_checked_by else h.facts ->> 'last_checked_by' end, f.checked_by, p.last_checked_by,
       case when h.version is null then p.boundary else h.boundary end::geometry, f.boundary::geometry, p.boundary::geometry,
       f.status_on, nullif(btrim(f.note), ''),
       exists (
           select from registry.field_note t join registry.parcel_note n on n.id = t.note_id and not n.withdrawn
           where t.package_id = r.package_id and t.parcel_id = x.parcel_id and t.digest = md5(btrim(f.note))),
       (select count(*) from registry.field_return_photo o where o.return_id = r.id and o.parcel_id = x.parcel_id
        and not exists (
            select from registry.document d join registry.document_scan s on s.document_id = d.id
            where d.parcel_id = x.parcel_id and not d.withdrawn and s.digest = o.digest)),
       p.zone_id, p.stated_area_square_metres
from registry.field_return r
join registry.field_return_parcel f on f.return_id = r.id
join registry.field_package_parcel x on x.package_id = r.package_id and x.parcel_id = f.parcel_id
join registry.parcel p on p.id = x.parcel_id
left join registry.parcel_history h on h.parcel_id = x.parcel_id and h.version = x.version
where r.id = $1
order by p.sort_code, p.id
