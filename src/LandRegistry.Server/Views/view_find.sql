-- $1 who asks, $2 view, $3 the zones that they may see, null for all
select id, name, address, owner, owner = $1, is_shared, updated_at, version
from registry.saved_view
where id = $2 and (owner = $1 or (is_shared and registry.view_is_within(address, $3)))
