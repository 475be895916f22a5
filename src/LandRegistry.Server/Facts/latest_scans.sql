-- $1 documents. The latest scan of each that has one.
select distinct on (s.document_id) s.document_id, s.id, s.file_name, s.media_type, s.byte_count, s.digest
from registry.document_scan s
where s.document_id = any ($1)
order by s.document_id, s.id desc
