-- $1 the return, $2 the digests of the drawings, $3 the zone of each, $4 today. All are entered in one statement; each is told with its parcel.
-- The key in the source tells the same drawing again; a drawing that was undone gets another.
with wanted as materialized (
    select d.*, z.id as zone_id, z.county_code,
           concat_ws(':', r.package_id, d.digest, (
               select nullif(count(*), 0) from registry.parcel p
               where p.source = 'field' and split_part(p.source_id, ':', 1) = r.package_id::text and split_part(p.source_id, ':', 2) = d.digest)) as source_id
    from registry.field_return r
    join registry.field_return_drawn d on d.return_id = r.id
    join unnest($2::text[], $3::bigint[]) as w (digest, zone_id) on w.digest = d.digest
    join registry.zone z on z.id = w.zone_id
    where r.id = $1
),
drawn as (
    insert into registry.parcel (name, address, zone_id, county_code, boundary, location, status, status_since, last_checked_on, last_checked_by, remarks, source, source_id)
    select w.name, w.address, w.zone_id, w.county_code, w.boundary, coalesce(w.location, st_pointonsurface(w.boundary)), coalesce(w.status, 'in_use'), coalesce(w.status_on, w.checked_on, $4),
           w.checked_on, w.checked_by, w.remarks, 'field', w.source_id
    from wanted w
    order by w.name, w.digest
    returning id, source_id
),
noted as (
    insert into registry.parcel_note (parcel_id, text, change_id)
    select n.id, btrim(w.note), 0 from drawn n join wanted w on w.source_id = n.source_id and btrim(w.note) <> '' order by n.id
)
select w.digest, n.id from drawn n join wanted w on w.source_id = n.source_id order by n.id
