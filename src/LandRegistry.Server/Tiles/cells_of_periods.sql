-- As of the past day $15; $8 is not read.
select q.cell_x, q.cell_y, q.status, count(*) as parcels
from registry.periods_matching($1, $2, $3, $4, $5, $6, $7, null, $15, $9, $10, $11) q
where q.cell_x between $13 << (16 - $12) and (($13 + 1) << (16 - $12)) - 1
  and q.cell_y between $14 << (16 - $12) and (($14 + 1) << (16 - $12)) - 1
group by 1, 2, 3
