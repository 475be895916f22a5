-- $1 to $11: the filter; $12 and $13 the days. How many parcels of each kind, those of other status by both statuses.
select d.kind, case when d.kind = 'status' then d.status_before end, case when d.kind = 'status' then d.status_after end, count(*)
from registry.parcels_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) d
group by 1, 2, 3
order by 1, registry.status_rank(case when d.kind = 'status' then d.status_before end), registry.status_rank(case when d.kind = 'status' then d.status_after end)
