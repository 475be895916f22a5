-- Enterprises that take part. $1 scale or null, $2 last day of the period
select e.id, e.name, e.industry_code, e.producing_since, e.is_exempt
from registry.enterprise e
where (e.ended_on is null or e.ended_on > $2) and ($1::text is null or e.scale = $1)
order by e.id
