-- $1 who asks, $2 view
select id, name, address, owner, owner = $1, is_shared, updated_at, version
from registry.saved_view
where id = $2 and (owner = $1 or is_shared)
