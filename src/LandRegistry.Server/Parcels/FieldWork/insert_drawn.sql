-- $1 the return, $2 the digest, $3 the zone, $4 today. The key in the source tells the same drawing again; a drawing that was undone gets another.
with drawn as (
    insert into registry.parcel (name, address, zone_id, county_code, boundary, location, status, status_since, last_checked_on, last_checked_by, remarks, source, source_id)
    select d.name, d.address, z.id, z.county_code, d.boundary, coalesce(d.location, st_pointonsurface(d.boundary)), coalesce(d.status, 'in_use'), coalesce(d.status_on, d.checked_on, $4),
           d.checked_on, d.checked_by, d.remarks, 'field',
           concat_ws(':', r.package_id, d.digest, (
               select nullif(count(*), 0) from registry.parcel p
               where p.source = 'field' and split_part(p.source_id, ':', 1) = r.package_id::text and split_part(p.source_id, ':', 2) = d.digest))
    from registry.field_return r
    join registry.field_return_drawn d on d.return_id = r.id and d.digest = $2
    join registry.zone z on z.id = $3
    where r.id = $1
    returning id
),
noted as (
    insert into registry.parcel_note (parcel_id, text, change_id)
    select n.id, btrim(d.note), 0 from drawn n join registry.field_return_drawn d on d.return_id = $1 and d.digest = $2 and btrim(d.note) <> ''
)
select id from drawn
