-- $1 to $11: the filter; $12 how many at most
select p.id
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) p
order by p.id
limit $12
