-- $1 who asks. One's own, then those that others share.
select id, name, address, owner, owner = $1, is_shared, updated_at, version
from registry.saved_view
where owner = $1 or is_shared
order by owner <> $1, name, id
