-- Parcels whose hold ends, or ended and was not released.
select day, id, sub, parcel_id, code, name, zone_id, case_id, strategy_id, enterprise_id, enterprise, coalesce(person, registry.officer_of_land(parcel_id, $1)), words, who, county,
       count(*) filter (where day < $1) over (), count(*) filter (where day = $1) over (), count(*) filter (where day > $1) over ()
from (
    select p.hold_until as day, p.id, '' as sub, p.id as parcel_id, p.code, p.name, p.zone_id, c.id as case_id, null::bigint as strategy_id,
           null::bigint as enterprise_id, null::text as enterprise, OFFICER as person, p.hold_reason as words, 'authority' as who, p.county_code as county
    from HELD_LAND p
    left join registry.land_case c on c.parcel_id = p.id and not c.withdrawn and c.opened_on <= $1 and (c.closed_on is null or c.closed_on > $1)
    where p.hold_until is not null and p.ended_on is null and p.hold_until between $2 and $3
      and ($4::text is null or OFFICER = $4 or (OFFICER is null and p.id in (select registry.land_of_officer($4, $1)))) and ($5::bigint[] is null or p.zone_id = any ($5))
      and ($8::date is null or (p.hold_until, p.id, '') > ($8, $9::bigint, $10::text))
    order by p.hold_until, p.id
    limit $6
) item
order by day, id, sub
limit $7
