-- $1 states of production. Enterprises in production.
select e.id, e.name, e.operating_state from registry.enterprise e where e.ended_on is null and e.operating_state = any ($1) order by e.id
