-- $1 scan, $2 document, $3 file name as sent, $4 media type as found, $5 bytes, $6 SHA-256
insert into registry.document_scan (id, document_id, file_name, media_type, byte_count, digest)
overriding system value values ($1, $2, $3, $4, $5, $6)
