-- As of the past day $20; $8 is not read.
select q.cell_x, q.cell_y, q.status, count(*) as parcels
from registry.periods_matching($1, $2, $3, $4, $5, $6, $7, null, $20, $9, $10, $11, $12, $13, $14, $15) q
where q.cell_x between $18 << (16 - $17) and (($18 + 1) << (16 - $17)) - 1
  and q.cell_y between $19 << (16 - $17) and (($19 + 1) << (16 - $17)) - 1
group by 1, 2, 3
