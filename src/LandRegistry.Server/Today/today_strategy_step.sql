-- Steps of current strategies that are not done, of any age.
select day, id, sub, parcel_id, code, name, zone_id, case_id, strategy_id, enterprise_id, enterprise, person, words, who, county,
       count(*) filter (where day < $1) over (), count(*) filter (where day = $1) over (), count(*) filter (where day > $1) over ()
from (
    select t.due_on as day, t.id, '' as sub, null::bigint as parcel_id, null::text as code, null::text as name, null::bigint as zone_id,
           null::bigint as case_id, s.id as strategy_id, e.id as enterprise_id, e.name as enterprise, coalesce(t.assignee, s.officer) as person,
           t.position || ' ' || t.name as words, coalesce(t.department, '') as who, null::text as county
    from registry.strategy_step t
    join registry.strategy s on s.id = t.strategy_id and not s.withdrawn and s.approved_on <= $1 and (s.replaced_on is null or s.replaced_on > $1)
    join registry.enterprise e on e.id = s.enterprise_id
    where not t.withdrawn and (t.done_on is null or t.done_on > $1) and t.due_on between $2 and $3
      and ($4::text is null or t.assignee = $4 or s.officer = $4)
      and ($5::bigint[] is null or exists (select from registry.enterprise_zone z where z.enterprise_id = s.enterprise_id and z.zone_id = any ($5)))
      and ($8::date is null or (t.due_on, t.id, '') > ($8, $9::bigint, $10::text))
    order by t.due_on, t.id
    limit $6
) item
order by day, id, sub
limit $7
