-- Questions as of a day: the one filter, and what two days have otherwise.
create function registry.periods_matching(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry,
    as_of          date)
returns setof registry.parcel_period language sql stable as $$
    select q.*
    from registry.parcel_period q
    where q.from_on <= as_of and q.to_on > as_of
      and (statuses is null or q.status = any (statuses))
      and (zone_ids is null or q.zone_id = any ((select registry.zones_with_descendants(zone_ids))::bigint[]))
      and (land_use_codes is null or q.land_use_code = any (land_use_codes))
      and (min_area is null or q.sort_area >= greatest(min_area, 0))
      and (max_area is null or q.sort_area between 0 and max_area)
      and (held is null or q.on_hold = held)
      and (search is null or q.parcel_id in (
          select s.parcel_id from registry.parcel_search s where s.content like search[1] and s.content like all (search[2:])))
      and (box is null or (q.parcel_id, q.from_on) in (
          select t.parcel_id, t.from_on
          from registry.parcel p join registry.parcel_period t on t.parcel_id = p.id
          where t.shape_mercator is null and p.shape_mercator && box and st_intersects(p.shape_mercator, box) and t.from_on <= as_of and t.to_on > as_of
          union all
          select t.parcel_id, t.from_on
          from registry.parcel_period t
          where t.shape_mercator && box and st_intersects(t.shape_mercator, box) and t.from_on <= as_of and t.to_on > as_of))
$$;
comment on function registry.periods_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date) is
    'The one filter as of a day: as registry.parcels_matching, on the periods that hold the day. Words are those by which a parcel is known now.';

create function registry.parcels_difference(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry,
    from_day       date,
    to_day         date)
returns table (parcel_id bigint, kind text, sort_code text, status_before text, status_after text) language sql stable as $$
    select t.parcel_id, case when was.parcel_id is null then 'entered' when became.parcel_id is null then 'left' else 'status' end,
           coalesce(became.sort_code, was.sort_code), was.status, became.status
    from (
        select q.parcel_id from registry.parcel_period q where q.from_on > from_day and q.from_on <= to_day
        union
        select q.parcel_id from registry.parcel_period q where q.to_on > from_day and q.to_on <= to_day
    ) t
    left join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, from_day) was on was.parcel_id = t.parcel_id
    left join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, to_day) became on became.parcel_id = t.parcel_id
    where (was.parcel_id is null) <> (became.parcel_id is null) or was.status <> became.status
$$;
comment on function registry.parcels_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, date) is
    'What a later day has otherwise than an earlier one under a filter: parcels that entered it, left it, or are in it on both days with another status. Only parcels whose period changed in between are looked at.';

create function registry.deadlines_difference(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry,
    from_day       date,
    to_day         date,
    clock_from     date,
    clock_to       date)
returns table (parcel_id bigint, sort_code text, suspected_before date, fee_before date, recovery_before date, suspected_after date, fee_after date, recovery_after date)
language sql stable as $$
    select t.parcel_id, q.sort_code, was.suspected_from, was.fee_from, was.recovery_from, became.suspected_from, became.fee_from, became.recovery_from
    from (select distinct s.parcel_id from registry.clock_segment s where s.from_on > clock_from and s.from_on <= clock_to) t
    cross join lateral (
        select s.* from registry.clock_segment s where s.parcel_id = t.parcel_id and s.from_on <= clock_from order by s.from_on desc limit 1) was
    cross join lateral (
        select s.* from registry.clock_segment s where s.parcel_id = t.parcel_id and s.from_on <= clock_to order by s.from_on desc limit 1) became
    join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, from_day) o on o.parcel_id = t.parcel_id
    join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, to_day) q on q.parcel_id = t.parcel_id
    where row(was.suspected_from, was.fee_from, was.recovery_from) is distinct from row(became.suspected_from, became.fee_from, became.recovery_from)
$$;
comment on function registry.deadlines_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, date, date, date) is
    'Parcels that a filter matches on both days and for which the idle clock foresaw another day of suspicion, fee or recovery on the later one.';

-- The row of a parcel as of a day: from its period, else from the version that the period names. Written out from the
-- catalog, so that it has the columns of registry.parcel, whatever they are.
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
            statuses text[], zone_ids bigint[], land_use_codes text[], min_area numeric, max_area numeric, held boolean, search text[], box geometry, as_of date)
        returns setof registry.parcel language sql stable as $body$
            select %s
            from registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, as_of) q
            left join registry.parcel p on p.id = q.parcel_id
            left join registry.parcel_history h on h.parcel_id = q.parcel_id and h.version = q.version
        $body$
    $make$, columns);
end $$;
comment on function registry.parcels_matching_as_of(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date) is
    'As registry.parcels_matching, as of a day: what was so then, as known now. The planner inlines it and leaves out what is not asked for.';

select registry.refresh_periods(null);
