-- The one filter by deadlines and by readiness. A segment of readiness says how long it lasts, so that the segment of a day is found by
-- comparing it alone, and whether anything is known to stand in the way, or things are merely not known.
alter table registry.readiness_segment
    add column to_on      date not null default 'infinity',
    add column is_unknown boolean not null default false;
comment on column registry.readiness_segment.to_on is 'First day after; infinity in the last row of a parcel.';
comment on column registry.readiness_segment.is_unknown is 'Whether it is not ready only because of what is not known: of no item is it known that it does not hold.';
update registry.readiness_segment s set to_on = n.to_on
from (select r.parcel_id, r.from_on, lead(r.from_on) over (partition by r.parcel_id order by r.from_on) as to_on from registry.readiness_segment r) n
where n.parcel_id = s.parcel_id and n.from_on = s.from_on and n.to_on is not null;
alter table registry.readiness_segment
    alter column to_on drop default,
    alter column is_unknown drop default,
    add constraint readiness_segment_has_days check (from_on < to_on),
    add constraint readiness_segment_ready_is_known check (not (is_ready and is_unknown));
drop index registry.readiness_segment_answer_ix;
create index readiness_segment_answer_ix on registry.readiness_segment (parcel_id, from_on) include (to_on, is_ready, is_unknown, blocking);
create index readiness_segment_lasting_ix on registry.readiness_segment (to_on, parcel_id) include (from_on, is_ready, is_unknown);
create index readiness_segment_ready_ix on registry.readiness_segment (to_on, parcel_id) include (from_on) where is_ready;
create index occupancy_holder_ix on registry.occupancy (enterprise_id) include (parcel_id, from_on, to_on) where role = 'holder' and not withdrawn;

create function registry.parcels_due(due daterange, due_within int4range, on_day date)
returns table (parcel_id bigint, due_on date) language sql stable as $$
    select d.parcel_id, d.due_on
    from registry.case_deadline d
    join registry.land_case c on c.id = d.case_id and not c.withdrawn and (c.closed_on is null or c.closed_on > on_day)
    where d.done_on is null and d.started_on <= on_day
      and d.due_on >= coalesce(lower(due), on_day + lower(due_within), '-infinity') and d.due_on < coalesce(upper(due), on_day + upper(due_within), 'infinity')
    union all
    select d.parcel_id, d.due_on
    from registry.case_deadline d
    join registry.land_case c on c.id = d.case_id and not c.withdrawn and (c.closed_on is null or c.closed_on > on_day)
    where d.done_on > on_day and d.started_on <= on_day
      and d.due_on >= coalesce(lower(due), on_day + lower(due_within), '-infinity') and d.due_on < coalesce(upper(due), on_day + upper(due_within), 'infinity')
    union all
    select o.parcel_id, t.due_on
    from registry.strategy_step t
    join registry.strategy s on s.id = t.strategy_id and not s.withdrawn and s.approved_on <= on_day and (s.replaced_on is null or s.replaced_on > on_day)
    join registry.occupancy o on o.enterprise_id = s.enterprise_id and o.role = 'holder' and not o.withdrawn
        and (o.from_on is null or o.from_on <= on_day) and (o.to_on is null or o.to_on >= on_day)
    where not t.withdrawn and (t.done_on is null or t.done_on > on_day)
      and t.due_on >= coalesce(lower(due), on_day + lower(due_within), '-infinity') and t.due_on < coalesce(upper(due), on_day + upper(due_within), 'infinity')
$$;
comment on function registry.parcels_due(daterange, int4range, date) is
    'Parcels with a day by which something is due, open as of a day: deadlines of their open cases, and steps of the current strategy of their holder. '
    'due are the days looked at, or else due_within, counted from the day; with neither, any. A parcel comes once for each such day.';

drop function registry.retender_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], date, text[], boolean, integer, text[], date);
drop function registry.deadlines_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], date, date, date, date);
drop function registry.parcels_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], date, date);
drop function registry.parcels_matching_as_of(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, text[], text[], text[]);
drop function registry.periods_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, text[], text[], text[]);
drop function registry.parcels_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[]);

create function registry.parcels_matching(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry,
    officers       text[] default null,
    causes         text[] default null,
    spelled        text[] default null,
    due            daterange default null,
    due_within     int4range default null,
    readiness      text[] default null,
    blockers       text[] default null,
    on_day         date default null)
returns setof registry.parcel language sql stable as $$
    select p.*
    from registry.parcel p
    where p.ended_on is null
      and (statuses is null or (cardinality(statuses) = 1 and p.status = statuses[1]) or (cardinality(statuses) > 1 and p.status = any (statuses)))
      and (zone_ids is null or p.zone_id = any ((select registry.zones_with_descendants(zone_ids))::bigint[]))
      and (land_use_codes is null or p.land_use_code = any (land_use_codes))
      and (min_area is null or p.sort_area >= greatest(min_area, 0))
      and (max_area is null or p.sort_area between 0 and max_area)
      and (held is null or p.on_hold = held)
      and (search is null or p.id in (
          select s.parcel_id from registry.parcel_search s where s.content like search[1] and s.content like all (search[2:])))
      and (spelled is null or p.id in (
          select s.parcel_id from registry.parcel_search s where s.content ~ spelled[1] and s.content ~ all (spelled[2:])))
      and (officers is null or p.officer = any (officers) or (p.officer is null and '' = any (officers)))
      and (causes is null or p.idle_cause = any (causes) or (p.idle_cause is null and '' = any (causes)))
      and ((due is null and due_within is null) or p.id in (select d.parcel_id from registry.parcels_due(due, due_within, on_day) d))
      and ((readiness is null and blockers is null) or exists (
          select from registry.readiness_segment r
          where r.parcel_id = p.id and r.from_on <= on_day and r.to_on > on_day
            and (readiness is null or (r.is_ready and 'ready' = any (readiness)) or (r.is_unknown and 'unknown' = any (readiness))
                 or (not r.is_ready and not r.is_unknown and 'blocked' = any (readiness)))
            and (blockers is null or r.blocking && blockers)))
      and (box is null or (p.shape_mercator && box and st_intersects(p.shape_mercator, box)))
$$;
comment on function registry.parcels_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date) is
    'The one filter of the register: list, summary, tiles and exports all read parcels through it. Null means any. '
    'Areas in square metres, both ends inclusive; an unknown area matches no area bound. search are LIKE patterns and spelled regular '
    'expressions over parcel_search, all of which must match; the index serves the first of each, so give the longest first. box is in '
    'EPSG:3857. An empty text among officers or causes means: none. due or due_within as in parcels_due; readiness are ready, blocked or unknown, '
    'blockers codes of items, on_day the day on which both are asked. The planner inlines the function, so unused conditions cost nothing.';

-- The same, joined with the readiness of the day. Of a state that is rare a set is made beforehand, as parcels_matching does; where most
-- parcels match, walking them in the order asked for and asking each is quicker, and a condition that may be absent is never joined.
create function registry.parcels_matching_readiness(
    statuses text[], zone_ids bigint[], land_use_codes text[], min_area numeric, max_area numeric, held boolean, search text[], box geometry,
    officers text[], causes text[], spelled text[], due daterange, due_within int4range, readiness text[], blockers text[], on_day date)
returns setof registry.parcel language sql stable as $$
    select p.*
    from registry.parcels_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, officers, causes, spelled, due, due_within, null, null, on_day) p
    join registry.readiness_segment r on r.parcel_id = p.id and r.from_on <= on_day and r.to_on > on_day
    where (readiness is null or (r.is_ready and 'ready' = any (readiness)) or (r.is_unknown and 'unknown' = any (readiness))
           or (not r.is_ready and not r.is_unknown and 'blocked' = any (readiness)))
      and (blockers is null or r.blocking && blockers)
$$;
comment on function registry.parcels_matching_readiness(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date) is
    'As registry.parcels_matching, for filters by readiness that most parcels match: blocked, and what blocks.';

create function registry.periods_matching(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry,
    as_of          date,
    officers       text[] default null,
    causes         text[] default null,
    spelled        text[] default null,
    due            daterange default null,
    due_within     int4range default null,
    readiness      text[] default null,
    blockers       text[] default null,
    on_day         date default null)
returns setof registry.parcel_period language sql stable as $$
    select q.*
    from registry.parcel_period q
    where q.from_on <= as_of and q.to_on > as_of
      and (statuses is null or (cardinality(statuses) = 1 and q.status = statuses[1]) or (cardinality(statuses) > 1 and q.status = any (statuses)))
      and (zone_ids is null or q.zone_id = any ((select registry.zones_with_descendants(zone_ids))::bigint[]))
      and (land_use_codes is null or q.land_use_code = any (land_use_codes))
      and (min_area is null or q.sort_area >= greatest(min_area, 0))
      and (max_area is null or q.sort_area between 0 and max_area)
      and (held is null or q.on_hold = held)
      and (search is null or q.parcel_id in (
          select s.parcel_id from registry.parcel_search s where s.content like search[1] and s.content like all (search[2:])))
      and (spelled is null or q.parcel_id in (
          select s.parcel_id from registry.parcel_search s where s.content ~ spelled[1] and s.content ~ all (spelled[2:])))
      and (officers is null or coalesce(registry.officer_of_version(q.parcel_id, q.version), '') = any (officers))
      and (causes is null or q.idle_cause = any (causes) or (q.idle_cause is null and '' = any (causes)))
      and ((due is null and due_within is null) or q.parcel_id in (select d.parcel_id from registry.parcels_due(due, due_within, coalesce(on_day, as_of)) d))
      and ((readiness is null and blockers is null) or exists (
          select from registry.readiness_segment r
          where r.parcel_id = q.parcel_id and r.from_on <= coalesce(on_day, as_of) and r.to_on > coalesce(on_day, as_of)
            and (readiness is null or (r.is_ready and 'ready' = any (readiness)) or (r.is_unknown and 'unknown' = any (readiness))
                 or (not r.is_ready and not r.is_unknown and 'blocked' = any (readiness)))
            and (blockers is null or r.blocking && blockers)))
      and (box is null or (q.parcel_id, q.from_on) in (
          select t.parcel_id, t.from_on
          from registry.parcel p join registry.parcel_period t on t.parcel_id = p.id
          where t.shape_mercator is null and p.shape_mercator && box and st_intersects(p.shape_mercator, box) and t.from_on <= as_of and t.to_on > as_of
          union all
          select t.parcel_id, t.from_on
          from registry.parcel_period t
          where t.shape_mercator && box and st_intersects(t.shape_mercator, box) and t.from_on <= as_of and t.to_on > as_of))
$$;
comment on function registry.periods_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, text[], text[], text[], daterange, int4range, text[], text[], date) is
    'The one filter as of a day: as registry.parcels_matching, on the periods that hold the day. Words are those by which a parcel is known now; what is due and '
    'readiness are those of on_day, or else of the same day.';

create function registry.parcels_difference(
    statuses text[], zone_ids bigint[], land_use_codes text[], min_area numeric, max_area numeric, held boolean, search text[], box geometry,
    officers text[], causes text[], spelled text[], due daterange, due_within int4range, readiness text[], blockers text[],
    from_day date, to_day date, answers_from date, answers_to date)
returns table (parcel_id bigint, kind text, sort_code text, status_before text, status_after text) language sql stable as $$
    select t.parcel_id, case when was.parcel_id is null then 'entered' when became.parcel_id is null then 'left' else 'status' end,
           coalesce(became.sort_code, was.sort_code), was.status, became.status
    from (
        select q.parcel_id from registry.parcel_period q where q.from_on > from_day and q.from_on <= to_day
        union
        select q.parcel_id from registry.parcel_period q where q.to_on > from_day and q.to_on <= to_day
        union
        select d.parcel_id from registry.parcels_due(due, due_within, answers_from) d where due is not null or due_within is not null
        union
        select d.parcel_id from registry.parcels_due(due, due_within, answers_to) d where due is not null or due_within is not null
        union
        select r.parcel_id from registry.readiness_segment r
        where (readiness is not null or blockers is not null) and r.from_on > answers_from and r.from_on <= answers_to
    ) t
    left join registry.periods_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, from_day, officers, causes, spelled, due, due_within, readiness, blockers,
        answers_from) was on was.parcel_id = t.parcel_id
    left join registry.periods_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, to_day, officers, causes, spelled, due, due_within, readiness, blockers,
        answers_to) became on became.parcel_id = t.parcel_id
    where (was.parcel_id is null) <> (became.parcel_id is null) or was.status <> became.status
$$;
comment on function registry.parcels_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date, date, date, date) is
    'What a later day has otherwise than an earlier one under a filter: parcels that entered it, left it, or are in it on both days with another status. Only parcels '
    'are looked at whose period changed in between and, where the filter asks for it, those with something due or whose readiness changed. answers_from and answers_to '
    'are the days on which the latter are asked.';

create function registry.deadlines_difference(
    statuses text[], zone_ids bigint[], land_use_codes text[], min_area numeric, max_area numeric, held boolean, search text[], box geometry,
    officers text[], causes text[], spelled text[], due daterange, due_within int4range, readiness text[], blockers text[],
    from_day date, to_day date, clock_from date, clock_to date)
returns table (parcel_id bigint, sort_code text, suspected_before date, fee_before date, recovery_before date, suspected_after date, fee_after date, recovery_after date)
language sql stable as $$
    select t.parcel_id, q.sort_code, was.suspected_from, was.fee_from, was.recovery_from, became.suspected_from, became.fee_from, became.recovery_from
    from (select distinct s.parcel_id from registry.clock_segment s where s.from_on > clock_from and s.from_on <= clock_to) t
    cross join lateral (
        select s.* from registry.clock_segment s where s.parcel_id = t.parcel_id and s.from_on <= clock_from order by s.from_on desc limit 1) was
    cross join lateral (
        select s.* from registry.clock_segment s where s.parcel_id = t.parcel_id and s.from_on <= clock_to order by s.from_on desc limit 1) became
    join registry.periods_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, from_day, officers, causes, spelled, due, due_within, readiness, blockers,
        clock_from) o on o.parcel_id = t.parcel_id
    join registry.periods_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, to_day, officers, causes, spelled, due, due_within, readiness, blockers,
        clock_to) q on q.parcel_id = t.parcel_id
    where row(was.suspected_from, was.fee_from, was.recovery_from) is distinct from row(became.suspected_from, became.fee_from, became.recovery_from)
$$;
comment on function registry.deadlines_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date, date, date, date) is
    'Parcels that a filter matches on both days and for which the idle clock foresaw another day of suspicion, fee or recovery on the later one.';

-- Written out from the catalog, as its columns are those of registry.parcel.
do $$
declare
    columns text;
begin
    select string_agg(case
               when a.attname = 'id' then 'q.parcel_id'
               when a.attname in ('version', 'updated_at', 'status', 'status_since', 'status_rank', 'idle_kind', 'idle_cause', 'on_hold', 'zone_id',
                                  'land_use_code', 'area_square_metres', 'sort_code', 'sort_area') then format('q.%I', a.attname)
               when a.attname = 'ended_on' then 'null::date'
               when a.attname = 'shape_mercator' then 'coalesce(q.shape_mercator, p.shape_mercator)'
               when a.attname in ('boundary', 'location') then format('case when h.version is null then p.%1$I else h.%1$I end', a.attname)
               when a.attname = 'change_id' then 'coalesce(h.change_id, p.change_id)'
               when a.atttypid = 'jsonb'::regtype then format('case when h.version is null then p.%1$I else nullif(h.facts -> %1$L, ''null'') end', a.attname)
               else format('case when h.version is null then p.%1$I else (h.facts ->> %1$L)::%2$s end', a.attname, format_type(a.atttypid, a.atttypmod))
           end, ', ' order by a.attnum)
    into columns
    from pg_attribute a
    where a.attrelid = 'registry.parcel'::regclass and a.attnum > 0 and not a.attisdropped;
    execute format($make$
        create function registry.parcels_matching_as_of(
            statuses text[], zone_ids bigint[], land_use_codes text[], min_area numeric, max_area numeric, held boolean, search text[], box geometry, as_of date,
            officers text[] default null, causes text[] default null, spelled text[] default null,
            due daterange default null, due_within int4range default null, readiness text[] default null, blockers text[] default null)
        returns setof registry.parcel language sql stable as $body$
            select %s
            from registry.periods_matching(
                statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, as_of, officers, causes, spelled, due, due_within, readiness, blockers) q
            left join registry.parcel p on p.id = q.parcel_id
            left join registry.parcel_history h on h.parcel_id = q.parcel_id and h.version = q.version
        $body$
    $make$, columns);
end $$;
comment on function registry.parcels_matching_as_of(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, text[], text[], text[], daterange, int4range, text[], text[]) is
    'As registry.parcels_matching, as of a day: what was so then, as known now. The planner inlines it and leaves out what is not asked for.';

create function registry.retender_matching(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry,
    officers       text[],
    causes         text[],
    spelled        text[],
    due            daterange,
    due_within     int4range,
    readiness      text[],
    blockers       text[],
    on_day         date,
    as_of          date,
    settled        text[],
    ready          boolean,
    most_blocking  integer,
    blocked_by     text[],
    since          date)
returns table (parcel_id bigint, sort_code text, sort_area numeric, zone_id bigint, land_use_code text, area_square_metres numeric, ready_on date, blocking text[])
language sql stable as $$
    select p.id, p.sort_code, p.sort_area, p.zone_id, p.land_use_code, p.area_square_metres,
           case when s.is_ready then greatest(s.from_on, case when p.status = 'reserved' then p.status_since end) end,
           s.blocking
    from registry.parcels_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, officers, causes, spelled, due, due_within, readiness, blockers, on_day) p
    left join lateral (
        select r.from_on, r.is_ready,
               case when settled is null then r.blocking else array(select b from unnest(r.blocking) b where b <> all (settled)) end as blocking
        from registry.readiness_segment r
        where r.parcel_id = p.id and r.from_on <= as_of
        order by r.from_on desc
        limit 1
    ) s on true
    where (ready is null or coalesce(cardinality(s.blocking) = 0, false) = ready)
      and (most_blocking is null or cardinality(s.blocking) <= most_blocking)
      and (blocked_by is null or s.blocking && blocked_by)
      and (since is null or (s.is_ready and greatest(s.from_on, case when p.status = 'reserved' then p.status_since end) >= since))
$$;
comment on function registry.retender_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date, date, text[], boolean, integer, text[], date) is
    'Parcels of the one filter with their readiness on a day. settled are item codes taken as settled (a scenario); ready asks for those that nothing '
    'blocks or for the others; most_blocking and blocked_by restrict what blocks; since asks for those that became ready on or after a day. '
    'Null means any. ready_on is the day from which every item holds without assumption; blocking is null where the readiness is not computed yet.';
