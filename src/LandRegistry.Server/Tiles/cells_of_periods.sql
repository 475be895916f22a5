-- As of the past day $12; $8 is not read.
select q.cell_x, q.cell_y, q.status, count(*) as parcels
from registry.periods_matching($1, $2, $3, $4, $5, $6, $7, null, $12) q
where q.cell_x between $10 << (16 - $9) and (($10 + 1) << (16 - $9)) - 1
  and q.cell_y between $11 << (16 - $9) and (($11 + 1) << (16 - $9)) - 1
group by 1, 2, 3
