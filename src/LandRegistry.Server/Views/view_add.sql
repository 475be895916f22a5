-- $1 who, $2 name, $3 address, $4 whether shared, $5 when. No row when the name is taken.
insert into registry.saved_view (owner, name, address, is_shared, updated_at) values ($1, $2, $3, $4, $5)
on conflict on constraint saved_view_name_unique do nothing
returning id, name, address, owner, owner = $1, is_shared, updated_at, version
