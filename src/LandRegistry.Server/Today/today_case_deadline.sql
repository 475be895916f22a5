-- Open deadlines of open cases, of any age. Two branches, so that those still open come off their own index in order.
select day, id, sub, parcel_id, code, name, zone_id, case_id, strategy_id, enterprise_id, enterprise, person, words, who, county,
       count(*) filter (where day < $1) over (), count(*) filter (where day = $1) over (), count(*) filter (where day > $1) over ()
from (
    (select d.due_on as day, d.case_id as id, d.code as sub, p.id as parcel_id, p.code, p.name, p.zone_id, c.id as case_id,
            null::bigint as strategy_id, null::bigint as enterprise_id, null::text as enterprise, OFFICER as person, d.code as words, d.who, p.county_code as county
     from registry.case_deadline d
     join registry.land_case c on c.id = d.case_id and not c.withdrawn and (c.closed_on is null or c.closed_on > $1)
     join LAND p on p.id = d.parcel_id
     where d.done_on is null and d.due_on between $2 and $3 and d.started_on <= $1
       and ($4::text is null or OFFICER = $4) and ($5::bigint[] is null or p.zone_id = any ($5))
       and ($8::date is null or (d.due_on, d.case_id, d.code) > ($8, $9::bigint, $10::text))
     order by d.due_on, d.case_id, d.code
     limit $6)
    union all
    (select d.due_on, d.case_id, d.code, p.id, p.code, p.name, p.zone_id, c.id, null, null, null, OFFICER, d.code, d.who, p.county_code
     from registry.case_deadline d
     join registry.land_case c on c.id = d.case_id and not c.withdrawn and (c.closed_on is null or c.closed_on > $1)
     join LAND p on p.id = d.parcel_id
     where d.done_on > $1 and d.due_on between $2 and $3 and d.started_on <= $1
       and ($4::text is null or OFFICER = $4) and ($5::bigint[] is null or p.zone_id = any ($5))
       and ($8::date is null or (d.due_on, d.case_id, d.code) > ($8, $9::bigint, $10::text))
     order by d.due_on, d.case_id, d.code
     limit $6)
) item
order by day, id, sub
limit $7
