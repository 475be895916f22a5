-- $1 who, $2 view, $3 version seen, $4 name, $5 address, $6 whether shared, $7 when. No row when it is not theirs or another version.
update registry.saved_view
set name = $4, address = $5, is_shared = $6, updated_at = $7, version = version + 1
where id = $2 and owner = $1 and version = $3
returning id, name, address, owner, owner = $1, is_shared, updated_at, version
