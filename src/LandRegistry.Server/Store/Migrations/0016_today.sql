-- What the list of the day is read off in order. A segment of the clock that begins on the day it foresaw is where the answer
-- changes: those few have indexes of their own. A recomputation of all makes the same indexes (Store/StoredAnswers/swap_next.sql).
create index clock_segment_suspected_ix on registry.clock_segment (from_on, parcel_id) where from_on = suspected_from;
create index clock_segment_fee_ix on registry.clock_segment (from_on, parcel_id) where from_on = fee_from;
create index clock_segment_recovery_ix on registry.clock_segment (from_on, parcel_id) where from_on = recovery_from;
-- Who is asked where no case names an officer: the one of the current strategy of the land's holder (一企一员).
create function registry.officer_of_land(parcel_id bigint, on_day date) returns text language sql stable as $$
    select s.officer
    from registry.occupancy o
    join registry.strategy s on s.enterprise_id = o.enterprise_id
    where o.parcel_id = officer_of_land.parcel_id and o.role = 'holder' and not o.withdrawn
      and (o.from_on is null or o.from_on <= on_day) and (o.to_on is null or o.to_on >= on_day)
      and not s.withdrawn and s.officer is not null and s.approved_on <= on_day and (s.replaced_on is null or s.replaced_on > on_day)
    order by o.id limit 1
$$;
comment on function registry.officer_of_land(bigint, date) is 'Officer of the strategy that is current on a day for the holder of a parcel; null when there is none.';
create function registry.land_of_officer(person text, on_day date) returns setof bigint language sql stable as $$
    select o.parcel_id
    from registry.strategy s
    join registry.occupancy o on o.enterprise_id = s.enterprise_id
    where s.officer = person and not s.withdrawn and s.approved_on <= on_day and (s.replaced_on is null or s.replaced_on > on_day)
      and o.role = 'holder' and not o.withdrawn and (o.from_on is null or o.from_on <= on_day) and (o.to_on is null or o.to_on >= on_day)
$$;
comment on function registry.land_of_officer(text, date) is 'The parcels of whose holder a person is the officer on a day; as registry.officer_of_land.';
create function registry.officer_of_case(case_id bigint, on_day date) returns text language sql stable as $$
    select v.officer
    from (
        select c.officer, c.version, c.change_id from registry.land_case c where c.id = officer_of_case.case_id
        union all
        select h.facts ->> 'officer', h.version, h.change_id from registry.record_history h
        where h.record_kind = 'land_case' and h.record_id = officer_of_case.case_id
    ) v
    join registry.change g on g.id = v.change_id
    -- The version recorded at the end of the day in China, else the earliest, as whatever has no day of its own.
    order by timezone('UTC', g.recorded_at + interval '8 hours')::date <= on_day desc,
             case when timezone('UTC', g.recorded_at + interval '8 hours')::date <= on_day then -v.version else v.version end
    limit 1
$$;
comment on function registry.officer_of_case(bigint, date) is 'Officer in charge of a case by the version recorded at the end of a day, else by the earliest; null when nobody was.';

create index parcel_hold_until_ix on registry.parcel (hold_until, id) where hold_until is not null and ended_on is null;
create index parcel_status_mark_no_longer_ready_ix on registry.parcel_status_mark (effective_on, id) where from_status = 'ready' and to_status = 'reserved';
