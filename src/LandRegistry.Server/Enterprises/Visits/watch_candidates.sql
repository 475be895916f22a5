-- Enterprises that may be on the watch list, by id: what the list is made of is looked up by index, whether they are on it says the Domain.
-- $1 after which id, $2 how many, $3 today, $4 operating states, $5 the zones that may be seen, null for all
select e.id, e.name, e.operating_state
from registry.enterprise e
where e.ended_on is null and e.id > $1 and e.id in (
    select enterprise_id from registry.watch_mark where not withdrawn and from_on <= $3 and (to_on is null or to_on >= $3)
    union all
    select id from registry.enterprise where ended_on is null and operating_state = any ($4)
    union all
    select enterprise_id from registry.enterprise_finding where rectified_on is null and not withdrawn and due_on < $3
    union all
    select enterprise_id from registry.visit_plan where not withdrawn and from_on <= $3 and (to_on is null or to_on >= $3)
    union all
    select enterprise_id from registry.enterprise_signal where not withdrawn and is_present and on_day <= $3)
  and ($5::bigint[] is null or exists (
      select from registry.occupancy v join registry.parcel w on w.id = v.parcel_id
      where v.enterprise_id = e.id and not v.withdrawn and w.zone_id = any ($5)))
order by e.id
limit $2
