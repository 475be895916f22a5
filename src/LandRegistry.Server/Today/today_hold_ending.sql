-- Parcels whose hold ends, or ended and was not released.
select day, id, sub, parcel_id, code, name, zone_id, case_id, strategy_id, enterprise_id, enterprise, person, words, who,
       count(*) filter (where day < $1) over (), count(*) filter (where day = $1) over (), count(*) filter (where day > $1) over ()
from (
    select p.hold_until as day, p.id, '' as sub, p.id as parcel_id, p.code, p.name, p.zone_id, c.id as case_id, null::bigint as strategy_id,
           null::bigint as enterprise_id, null::text as enterprise, c.officer as person, p.hold_reason as words, 'authority' as who
    from registry.parcel p
    left join registry.land_case c on c.parcel_id = p.id and c.closed_on is null and not c.withdrawn
    where p.hold_until is not null and p.ended_on is null and p.hold_until between $2 and $3
      and ($4::text is null or c.officer = $4) and ($5::bigint[] is null or p.zone_id = any ($5))
      and ($8::date is null or (p.hold_until, p.id, '') > ($8, $9::bigint, $10::text))
    order by p.hold_until, p.id
    limit $6
) item
order by day, id, sub
limit $7
