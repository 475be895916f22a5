-- $1 to $16: the filter; $17 and $18 the days; $19 and $20 those of what the filter asks of answers. How many parcels of each kind, those of other status by both statuses.
select d.kind, case when d.kind = 'status' then d.status_before end, case when d.kind = 'status' then d.status_after end, count(*)
from registry.parcels_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $17, $18, $19, $20) d
group by 1, 2, 3
order by 1, registry.status_rank(case when d.kind = 'status' then d.status_before end), registry.status_rank(case when d.kind = 'status' then d.status_after end)
