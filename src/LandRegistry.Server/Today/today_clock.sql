-- Parcels on which the clock reaches one of its days within the window, still to be acted on; CLOCK_DAY stands for the column
-- (suspected_from, fee_from, recovery_from), each of which has its partial index. A segment that begins on the day is where
-- the answer changes; what a later fact undid by the day asked about is left out.
select day, id, sub, parcel_id, code, name, zone_id, case_id, strategy_id, enterprise_id, enterprise, coalesce(person, registry.officer_of_land(parcel_id, $1)), words, who, county,
       count(*) filter (where day < $1) over (), count(*) filter (where day = $1) over (), count(*) filter (where day > $1) over ()
from (
    select s.from_on as day, s.parcel_id as id, '' as sub, p.id as parcel_id, p.code, p.name, p.zone_id, c.id as case_id,
           null::bigint as strategy_id, null::bigint as enterprise_id, null::text as enterprise, OFFICER as person, null::text as words, 'authority' as who, p.county_code as county
    from registry.clock_segment s
    join LAND p on p.id = s.parcel_id and p.ended_on is null and p.status = any ($11)
    left join registry.land_case c on c.parcel_id = p.id and not c.withdrawn and c.opened_on <= $1 and (c.closed_on is null or c.closed_on > $1)
    where s.from_on = s.CLOCK_DAY and s.from_on between $2 and $3
      and (s.from_on > $1 or (
          select n.CLOCK_DAY <= $1 from registry.clock_segment n
          where n.parcel_id = s.parcel_id and n.from_on <= $1 order by n.from_on desc limit 1))
      and ($4::text is null or OFFICER = $4 or (OFFICER is null and p.id in (select registry.land_of_officer($4, $1))))
      and ($5::bigint[] is null or p.zone_id = any ($5))
      and ($8::date is null or (s.from_on, s.parcel_id, '') > ($8, $9::bigint, $10::text))
      -- A suspicion is a task until there is a case; the other days stay one within it.
      and ('CLOCK_DAY' <> 'suspected_from' or c.id is null)
    order by s.from_on, s.parcel_id
    limit $6
) item
order by day, id, sub
limit $7
