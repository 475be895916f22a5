-- $1 the return; $2 the parcels that are left out. Notes that no earlier return of the package brought, or that were withdrawn since.
with wanted as (
    select r.package_id, f.parcel_id, btrim(f.note) as text
    from registry.field_return r
    join registry.field_return_parcel f on f.return_id = r.id and btrim(f.note) <> '' and f.parcel_id <> all ($2)
    join registry.parcel p on p.id = f.parcel_id and p.ended_on is null
    where r.id = $1
      and not exists (
          select from registry.field_note t join registry.parcel_note n on n.id = t.note_id and not n.withdrawn
          where t.package_id = r.package_id and t.parcel_id = f.parcel_id and t.digest = md5(btrim(f.note)))
),
noted as (
    insert into registry.parcel_note (parcel_id, text, change_id)
    select w.parcel_id, w.text, 0 from wanted w order by w.parcel_id
    returning id, parcel_id, text
)
insert into registry.field_note (package_id, parcel_id, digest, note_id)
select w.package_id, n.parcel_id, md5(n.text), n.id from noted n join wanted w on w.parcel_id = n.parcel_id
on conflict on constraint field_note_pk do update set note_id = excluded.note_id
returning parcel_id
