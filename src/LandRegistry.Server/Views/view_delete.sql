-- $1 who, $2 view, $3 version seen. No row when it is not theirs or another version.
delete from registry.saved_view
where id = $2 and owner = $1 and version = $3
returning id, name, address, owner, owner = $1, is_shared, updated_at, version
