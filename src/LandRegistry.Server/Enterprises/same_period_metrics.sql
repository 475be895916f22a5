-- $1 name of the figure; $2, $3 the period; $4, $5 that of the year before. Records that lie within either.
select m.enterprise_id, m.from_on, m.to_on, m.amount, m.is_estimated
from registry.enterprise_metric m
where not m.withdrawn and m.name = $1 and ((m.from_on >= $2 and m.to_on <= $3) or (m.from_on >= $4 and m.to_on <= $5))
