-- Open deadlines of tenders, of any age. Two branches, as for cases; the officer is the one of the taker's strategy, where there is one.
select day, id, sub, parcel_id, code, name, zone_id, case_id, strategy_id, enterprise_id, enterprise, registry.officer_of_land(parcel_id, $1), words, who, county,
       count(*) filter (where day < $1) over (), count(*) filter (where day = $1) over (), count(*) filter (where day > $1) over ()
from (
    (select d.due_on as day, d.tender_id as id, d.code as sub, p.id as parcel_id, p.code, p.name, p.zone_id, null::bigint as case_id,
            null::bigint as strategy_id, null::bigint as enterprise_id, null::text as enterprise, d.code as words, d.who, p.county_code as county
     from registry.tender_deadline d
     join LAND p on p.id = d.parcel_id
     where d.done_on is null and d.due_on between $2 and $3 and d.started_on <= $1
       and ($4::text is null or p.id in (select registry.land_of_officer($4, $1))) and ($5::bigint[] is null or p.zone_id = any ($5))
       and ($8::date is null or (d.due_on, d.tender_id, d.code) > ($8, $9::bigint, $10::text))
     order by d.due_on, d.tender_id, d.code
     limit $6)
    union all
    (select d.due_on, d.tender_id, d.code, p.id, p.code, p.name, p.zone_id, null, null, null, null, d.code, d.who, p.county_code
     from registry.tender_deadline d
     join LAND p on p.id = d.parcel_id
     where d.done_on > $1 and d.due_on between $2 and $3 and d.started_on <= $1
       and ($4::text is null or p.id in (select registry.land_of_officer($4, $1))) and ($5::bigint[] is null or p.zone_id = any ($5))
       and ($8::date is null or (d.due_on, d.tender_id, d.code) > ($8, $9::bigint, $10::text))
     order by d.due_on, d.tender_id, d.code
     limit $6)
) item
order by day, id, sub
limit $7
