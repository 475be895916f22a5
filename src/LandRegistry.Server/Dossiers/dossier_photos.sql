-- $1 parcel, $2 how many at most, $3 largest in bytes. Photographs with their latest scan, newest first.
select coalesce(d.issued_on, v.on_day), (select string_agg(c.content, ''::bytea order by c.part) from registry.document_scan_part c where c.scan_id = n.id)
from registry.document d
left join registry.inspection v on v.id = d.inspection_id and not v.withdrawn
join lateral (select n.id, n.media_type, n.byte_count from registry.document_scan n where n.document_id = d.id order by n.id desc limit 1) n
    on n.media_type in ('image/jpeg', 'image/png') and n.byte_count <= $3
where d.parcel_id = $1 and d.kind = 'photo' and not d.withdrawn
order by 1 desc nulls last, d.id desc
limit $2
