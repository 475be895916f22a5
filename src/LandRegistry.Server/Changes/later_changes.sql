-- $1 change. The first of those that were built on it.
select c.id, c.actor, c.command, registry.recorded_day(c.recorded_at)
from registry.change c
where c.id in (select s from registry.changes_since($1) s)
order by c.id
limit 6
