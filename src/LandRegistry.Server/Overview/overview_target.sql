-- $1 day. What the strategies in force on the day are to release by the end of its year.
select sum(s.target_area_square_metres)
from registry.strategy s
where not s.withdrawn and s.approved_on <= $1 and (s.replaced_on is null or s.replaced_on > $1)
  and extract(year from s.end_on) = extract(year from $1::date)
