-- Figures of periods that lie within a period, by enterprise. $1 first day, $2 last day, $3 names
select enterprise_id, name, from_on, to_on, amount, is_estimated
from registry.enterprise_metric
where not withdrawn and from_on >= $1 and to_on <= $2 and name = any ($3)
order by enterprise_id, name, from_on
