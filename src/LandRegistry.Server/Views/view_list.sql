-- $1 who asks, $2 the zones that they may see, null for all; a view that names another zone is not there. One's own, then those that others share.
select id, name, address, owner, owner = $1, is_shared, updated_at, version
from registry.saved_view
where owner = $1 or (is_shared and registry.view_is_within(address, $2))
order by owner <> $1, name, id
