-- $1 day, $2 zones with all below them, null for all. Cases open on the day by officer, with the deadlines missed by then.
select c.officer, count(distinct c.id), count(d.case_id)
from registry.land_case c
left join registry.case_deadline d on d.case_id = c.id and d.due_on < $1 and (d.done_on is null or d.done_on > $1)
where not c.withdrawn and c.opened_on <= $1 and (c.closed_on is null or c.closed_on > $1)
  and ($2::bigint[] is null or exists (
      select from registry.parcel p where p.id = c.parcel_id and p.zone_id = any ($2)))
group by 1
order by 2 desc, 1
limit 50
