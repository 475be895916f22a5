-- $1 the package. The photographs of its parcels that were there when it was made: key of the scan, parcel, day, title.
select distinct on (d.id) s.id, d.parcel_id, d.issued_on, coalesce(d.title, d.note)
from registry.field_package k
join registry.field_package_parcel x on x.package_id = k.id
join registry.document d on d.parcel_id = x.parcel_id and d.kind = 'photo' and not d.withdrawn
join registry.document_scan s on s.document_id = d.id and s.media_type in ('image/jpeg', 'image/png') and s.byte_count <= $2
join registry.change c on c.id = s.change_id and c.recorded_at <= k.made_at
where k.id = $1
order by d.id, s.id desc
