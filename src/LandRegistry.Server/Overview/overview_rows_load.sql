-- $1 day, $2 zones with all below them, null for all, $3 officer; null is nobody; $4, $5 day and case after which the page begins, $6 how many. Cases open on the day, the last opened
-- first, with the deadlines missed by then.
select c.id, c.parcel_id, p.code, p.name, p.zone_id, coalesce(q.status, p.status), coalesce(q.area_square_metres, p.area_square_metres), c.opened_on, $1 - c.opened_on, null::numeric,
       c.id, c.number, (select count(*) from registry.case_deadline d where d.case_id = c.id and d.due_on < $1 and (d.done_on is null or d.done_on > $1))
from registry.land_case c
join registry.parcel p on p.id = c.parcel_id
left join registry.parcel_period q on q.parcel_id = c.parcel_id and q.from_on <= $1 and q.to_on > $1
where not c.withdrawn and c.opened_on <= $1 and (c.closed_on is null or c.closed_on > $1) and c.officer is not distinct from $3
  and ($2::bigint[] is null or p.zone_id = any ($2))
  and ($4::date is null or (c.opened_on, c.id) < ($4, $5::bigint))
order by c.opened_on desc, c.id desc
limit $6
