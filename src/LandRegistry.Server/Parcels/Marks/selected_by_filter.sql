-- $1 to $16: the filter; $17 how many at most
select p.id
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
order by p.id
limit $17
