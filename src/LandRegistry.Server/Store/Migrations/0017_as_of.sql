-- The register as of any past day, in valid time (docs/decisions/0008). What was so on a day: the status by the days from
-- which marks hold, as known now; what has no day of its own (name, boundary, use, zone, hold) by the version that was recorded at
-- the end of that day (UTC+8), else by the earliest. Derived into periods, kept by triggers and by registry.rebuild_derived.
create table registry.undo (
    change_id      bigint not null,
    undo_change_id bigint not null,
    constraint undo_pk primary key (change_id),
    constraint undo_undo_change_unique unique (undo_change_id),
    constraint undo_change_fk foreign key (change_id) references registry.change (id),
    constraint undo_undo_change_fk foreign key (undo_change_id) references registry.change (id),
    constraint undo_later_than_its_change check (undo_change_id > change_id)
);
comment on table registry.undo is 'Which change undid which. A change is undone once at most; its undo may be undone in its turn.';
comment on column registry.undo.change_id is 'The change undone.';
comment on column registry.undo.undo_change_id is 'The change that undid it.';
create trigger undo_is_append_only before update or delete or truncate on registry.undo
    for each statement execute function registry.refuse_removal();

create function registry.is_undone(change_id bigint) returns boolean language sql stable as $$
    with recursive chain as (
        select u.undo_change_id, 1 as links from registry.undo u where u.change_id = is_undone.change_id
        union all
        select u.undo_change_id, c.links + 1 from registry.undo u join chain c on u.change_id = c.undo_change_id
    )
    select coalesce(max(links), 0) % 2 = 1 from chain
$$;
comment on function registry.is_undone(bigint) is 'Whether a change is undone now: an undo that was itself undone does not count.';

create function registry.recorded_day(recorded_at timestamptz) returns date language sql immutable parallel safe as $$
    select timezone('UTC', recorded_at + interval '8 hours')::date
$$;
comment on function registry.recorded_day(timestamptz) is 'The day, where the register is kept (UTC+8), of a moment.';

create function registry.status_rank(status text) returns smallint language sql immutable parallel safe as $$
    select (case status
        when 'in_use' then 1 when 'suspected' then 2 when 'investigating' then 3 when 'idle' then 4
        when 'low_efficiency' then 5 when 'disposing' then 6 when 'reserved' then 7 when 'ready' then 8
        when 'listed' then 9 when 'awarded' then 10 when 'closed' then 11 end)::smallint
$$;
comment on function registry.status_rank(text) is 'Sort key of a status, in the order of the process; as parcel.status_rank.';

create table registry.parcel_period (
    parcel_id          bigint not null,
    from_on            date not null,
    to_on              date not null,
    version            integer not null,
    updated_at         timestamptz not null,
    status             text not null,
    status_since       date not null,
    status_rank        smallint not null,
    idle_kind          text,
    idle_cause         text,
    on_hold            boolean not null,
    zone_id            bigint not null,
    land_use_code      text,
    area_square_metres numeric(16, 2),
    sort_code          text collate "C" not null,
    sort_area          numeric(16, 2) not null,
    cell_x             integer not null,
    cell_y             integer not null,
    shape_mercator     geometry(Geometry, 3857),
    constraint parcel_period_pk primary key (parcel_id, from_on),
    constraint parcel_period_has_days check (from_on < to_on)
);
comment on table registry.parcel_period is 'What a parcel was over a period of days, derived from its versions: the answer to every question as of a day.';
comment on column registry.parcel_period.parcel_id is 'The parcel.';
comment on column registry.parcel_period.from_on is 'First day.';
comment on column registry.parcel_period.to_on is 'First day after; infinity while it lasts.';
comment on column registry.parcel_period.version is 'The version that name, boundary, use and whatever has no day of its own are read from.';
comment on column registry.parcel_period.updated_at is 'When that version was written.';
comment on column registry.parcel_period.status is 'Status by the days from which marks hold, as known now.';
comment on column registry.parcel_period.status_since is 'The day from which the status holds.';
comment on column registry.parcel_period.status_rank is 'Sort key of the status.';
comment on column registry.parcel_period.idle_kind is 'Kind of idleness, as last recorded under the status.';
comment on column registry.parcel_period.idle_cause is 'Cause of idleness, as last recorded under the status.';
comment on column registry.parcel_period.on_hold is 'Whether the version was on hold.';
comment on column registry.parcel_period.zone_id is 'Zone of the version.';
comment on column registry.parcel_period.land_use_code is 'Land use of the version.';
comment on column registry.parcel_period.area_square_metres is 'Area of the version to count with, square metres; null when unknown.';
comment on column registry.parcel_period.sort_code is 'Sort key of the code; unknown codes come last.';
comment on column registry.parcel_period.sort_area is 'Sort key of the area; unknown areas count as -1.';
comment on column registry.parcel_period.cell_x is 'Column in the zoom-16 tile grid of the middle of its shape.';
comment on column registry.parcel_period.cell_y is 'Row in the zoom-16 tile grid of the middle of its shape.';
comment on column registry.parcel_period.shape_mercator is 'Shape in EPSG:3857 where it is not the present one of the parcel; null where it is.';
create index parcel_period_from_ix on registry.parcel_period (from_on);
create index parcel_period_to_ix on registry.parcel_period (to_on) where to_on < 'infinity';
create index parcel_period_shape_ix on registry.parcel_period using gist (shape_mercator) where shape_mercator is not null;
create index parcel_period_cell_ix on registry.parcel_period (cell_x, cell_y);
create index parcel_period_by_code_ix on registry.parcel_period (sort_code, parcel_id, from_on, to_on);
create index parcel_period_by_area_ix on registry.parcel_period (sort_area, parcel_id, from_on, to_on);
create index parcel_period_by_updated_ix on registry.parcel_period (updated_at, parcel_id, from_on, to_on);
create index parcel_period_by_status_ix on registry.parcel_period (status_rank, parcel_id, from_on, to_on);
create index parcel_period_status_by_code_ix on registry.parcel_period (status, sort_code, parcel_id, from_on, to_on);
create index parcel_period_status_by_area_ix on registry.parcel_period (status, sort_area, parcel_id, from_on, to_on);
create index parcel_period_zone_by_code_ix on registry.parcel_period (zone_id, sort_code, parcel_id, from_on, to_on);
create index parcel_period_zone_by_area_ix on registry.parcel_period (zone_id, sort_area, parcel_id, from_on, to_on);
create index parcel_period_use_by_code_ix on registry.parcel_period (land_use_code, sort_code, parcel_id, from_on, to_on);
create index parcel_period_use_by_area_ix on registry.parcel_period (land_use_code, sort_area, parcel_id, from_on, to_on);
create index parcel_period_on_hold_ix on registry.parcel_period (sort_code, parcel_id, from_on, to_on) where on_hold;

-- Stock and flow: how many parcels began and ceased to be so, by day, by month and by year. The stock of a day is the sum
-- of the years before, of the months before in its year and of the days up to it in its month.
create table registry.parcel_count_flow (
    grain              text not null,
    on_day             date not null,
    zone_id            bigint not null,
    status             text not null,
    on_hold            boolean not null,
    parcel_count       integer not null,
    area_square_metres numeric(20, 2) not null,
    constraint parcel_count_flow_grain_known check (grain in ('day', 'month', 'year'))
);
comment on table registry.parcel_count_flow is 'Gains and losses of parcels by day, month or year, zone, status and hold; lines are added up, never altered, so that writers do not wait for each other.';
comment on column registry.parcel_count_flow.grain is 'What the line is of: day, month or year.';
comment on column registry.parcel_count_flow.on_day is 'The day, or the first day of the month or year.';
comment on column registry.parcel_count_flow.zone_id is 'Zone of the parcels counted.';
comment on column registry.parcel_count_flow.status is 'Status of the parcels counted.';
comment on column registry.parcel_count_flow.on_hold is 'Whether the parcels counted were on hold.';
comment on column registry.parcel_count_flow.parcel_count is 'Parcels gained less parcels lost.';
comment on column registry.parcel_count_flow.area_square_metres is 'Their known areas, square metres.';
create index parcel_count_flow_day_ix on registry.parcel_count_flow (grain, on_day)
    include (zone_id, status, on_hold, parcel_count, area_square_metres);

create function registry.counts_as_of(as_of date)
returns table (zone_id bigint, status text, on_hold boolean, parcel_count bigint, area_square_metres numeric) language sql stable as $$
    select f.zone_id, f.status, f.on_hold, sum(f.parcel_count), sum(f.area_square_metres)
    from (
        select * from registry.parcel_count_flow where grain = 'year' and on_day < date_trunc('year', as_of::timestamp)::date
        union all
        select * from registry.parcel_count_flow where grain = 'month'
            and on_day >= date_trunc('year', as_of::timestamp)::date and on_day < date_trunc('month', as_of::timestamp)::date
        union all
        select * from registry.parcel_count_flow where grain = 'day' and on_day >= date_trunc('month', as_of::timestamp)::date and on_day <= as_of
    ) f
    group by 1, 2, 3
    having sum(f.parcel_count) <> 0
$$;
comment on function registry.counts_as_of(date) is 'Counts and areas of the parcels as of a day, by zone, status and hold.';

-- Changes of status or of its day between versions are what parcel_status_mark records; read from the versions, each mark
-- comes with the kind and cause that were recorded under it. A mark stands until the day of the next one; one that was
-- recorded later and holds from the same day or before replaces it, which is also how an undone mark is as if it had never been.
create function registry.periods_of(parcel_ids bigint[]) returns setof registry.parcel_period language sql stable as $$
    with versions as (
        select v.*
        from (
            select id from registry.parcel where parcel_ids is null
            union all
            select distinct id from unnest(parcel_ids) as named (id)
        ) wanted
        cross join lateral (
            select p.id as parcel_id, p.version, p.updated_at, p.change_id, p.status, p.status_since, p.idle_kind, p.idle_cause, p.on_hold,
                   p.zone_id, p.land_use_code, p.area_square_metres, p.sort_code, p.sort_area,
                   st_centroid(box2d(p.shape_mercator)::geometry) as middle, null::geometry as shape, p.ended_on
            from registry.parcel p where p.id = wanted.id
            union all
            select h.parcel_id, h.version, h.valid_from, h.change_id, h.facts ->> 'status', (h.facts ->> 'status_since')::date, h.facts ->> 'idle_kind',
                   h.facts ->> 'idle_cause', h.facts ->> 'hold_reason' is not null, (h.facts ->> 'zone_id')::bigint, h.facts ->> 'land_use_code',
                   (h.facts ->> 'area_square_metres')::numeric, coalesce(h.facts ->> 'code', '~') collate "C",
                   coalesce((h.facts ->> 'area_square_metres')::numeric, -1),
                   st_centroid(box2d(coalesce(s.shape, p.shape_mercator))::geometry), s.shape, p.ended_on
            from registry.parcel_history h
            join registry.parcel p on p.id = h.parcel_id
            left join lateral (
                select st_transform(st_setsrid(coalesce(h.boundary, h.location), 4326), 3857) as shape
                where coalesce(h.boundary, h.location) is distinct from coalesce(p.boundary, p.location)
            ) s on true
            where h.parcel_id = wanted.id
        ) v
    ),
    marked as (
        select v.*,
               max(registry.recorded_day(updated_at)) over history as day,
               row(lag(status) over history, lag(status_since) over history) is distinct from row(status, status_since) as is_mark
        from versions v
        window history as (partition by parcel_id order by version)
    ),
    numbered as (
        select m.*, count(*) filter (where is_mark) over (partition by parcel_id order by version) as mark
        from marked m
    ),
    marks as (
        select distinct on (parcel_id, mark) parcel_id, mark, status, status_since, idle_kind, idle_cause
        from numbered
        order by parcel_id, mark, version desc
    ),
    standing as (
        select k.*, lead(status_since) over (partition by parcel_id order by mark) as until_on
        from (
            select m.*, min(status_since) over (partition by parcel_id order by mark rows between 1 following and unbounded following) as replaced_from
            from marks m
        ) k
        where replaced_from is null or replaced_from > status_since
    ),
    attributes as (
        select l.*, row_number() over (partition by parcel_id order by version) = 1 as is_first
        from (
            select n.*, lead(day) over (partition by parcel_id order by version) as until_on
            from numbered n
            -- What was undone was never so; without any undo in the register nothing is asked.
            where not exists (select from registry.undo u where u.change_id = n.change_id) or not registry.is_undone(n.change_id)
        ) l
        where until_on is null or until_on > day
    )
    select s.parcel_id, d.from_on, d.to_on, a.version, a.updated_at, s.status, s.status_since, registry.status_rank(s.status), s.idle_kind, s.idle_cause,
           a.on_hold, a.zone_id, a.land_use_code, a.area_square_metres, a.sort_code, a.sort_area,
           registry.tile_column(st_x(a.middle), 16), registry.tile_row(st_y(a.middle), 16), a.shape
    from standing s
    join attributes a on a.parcel_id = s.parcel_id
    cross join lateral (
        select greatest(s.status_since, case when a.is_first then '-infinity'::date else a.day end) as from_on,
               least(coalesce(s.until_on, 'infinity'::date), coalesce(a.until_on, 'infinity'::date), coalesce(a.ended_on, 'infinity'::date)) as to_on
    ) d
    where d.from_on < d.to_on
$$;
comment on function registry.periods_of(bigint[]) is 'Derives the periods of the parcels named or, for null, of all, from their versions. A parcel is there from the day of its first mark until the day it ended.';

create function registry.add_count_flow(lost registry.parcel_period[], gained registry.parcel_period[]) returns void language sql as $$
    insert into registry.parcel_count_flow (grain, on_day, zone_id, status, on_hold, parcel_count, area_square_metres)
    select g.grain, date_trunc(g.grain, e.on_day::timestamp)::date, x.zone_id, x.status, x.on_hold,
           sum(x.sign * e.sign), coalesce(sum(x.sign * e.sign * x.area_square_metres), 0)
    from (
        select -1 as sign, l.* from unnest(lost) l
        union all
        select 1, n.* from unnest(gained) n
    ) x
    cross join lateral (values (x.from_on, 1), (x.to_on, -1)) as e (on_day, sign)
    cross join (values ('day'), ('month'), ('year')) as g (grain)
    where isfinite(e.on_day)
    group by 1, 2, 3, 4, 5
    having sum(x.sign * e.sign) <> 0 or coalesce(sum(x.sign * e.sign * x.area_square_metres), 0) <> 0
$$;
comment on function registry.add_count_flow(registry.parcel_period[], registry.parcel_period[]) is 'Enters periods that went and periods that came into the flows.';

create function registry.refresh_periods(parcel_ids bigint[]) returns void language plpgsql as $$
declare
    present registry.parcel_period[];
    wanted registry.parcel_period[];
    moved geometry[];
begin
    if parcel_ids is null then
        lock table registry.parcel_period, registry.parcel_count_flow in exclusive mode;
        delete from registry.parcel_period;
        insert into registry.parcel_period select * from registry.periods_of(null) order by parcel_id, from_on;
        delete from registry.parcel_count_flow;
        insert into registry.parcel_count_flow (grain, on_day, zone_id, status, on_hold, parcel_count, area_square_metres)
        select g.grain, date_trunc(g.grain, f.on_day::timestamp)::date, f.zone_id, f.status, f.on_hold, sum(f.parcels), sum(f.area)
        from (
            select e.on_day, q.zone_id, q.status, q.on_hold, sum(e.sign) as parcels, coalesce(sum(e.sign * q.area_square_metres), 0) as area
            from registry.parcel_period q
            cross join lateral (values (q.from_on, 1), (q.to_on, -1)) as e (on_day, sign)
            where isfinite(e.on_day)
            group by 1, 2, 3, 4
        ) f
        cross join (values ('day'), ('month'), ('year')) as g (grain)
        group by 1, 2, 3, 4, 5
        order by 1, 2;
        return;
    end if;
    present := array(select q from registry.parcel_period q where q.parcel_id = any (parcel_ids));
    wanted := array(select q from registry.periods_of(parcel_ids) q);
    perform registry.add_count_flow(present, wanted);
    delete from registry.parcel_period q
    using (select * from unnest(present) except select * from unnest(wanted)) as gone
    where q.parcel_id = gone.parcel_id and q.from_on = gone.from_on;
    insert into registry.parcel_period select * from unnest(wanted) except select * from unnest(present);
    -- The tiles of places where a parcel lay in the past change with its past.
    moved := array(
        select shape_mercator from (
            (select * from unnest(present) except select * from unnest(wanted)) union all (select * from unnest(wanted) except select * from unnest(present))
        ) as differing
        where shape_mercator is not null);
    if cardinality(moved) > 0 then
        perform registry.raise_map_cells(moved);
    end if;
end $$;
comment on function registry.refresh_periods(bigint[]) is 'Derives the periods and flows anew, of the parcels named or, for null, of all.';

create function registry.compact_count_flow() returns void language sql as $$
    with taken as (
        delete from registry.parcel_count_flow f
        using (
            select grain, on_day, zone_id, status, on_hold
            from registry.parcel_count_flow
            group by 1, 2, 3, 4, 5
            having count(*) > 1
        ) many
        where f.grain = many.grain and f.on_day = many.on_day and f.zone_id = many.zone_id and f.status = many.status and f.on_hold = many.on_hold
        returning f.*
    )
    insert into registry.parcel_count_flow (grain, on_day, zone_id, status, on_hold, parcel_count, area_square_metres)
    select grain, on_day, zone_id, status, on_hold, sum(parcel_count), sum(area_square_metres)
    from taken
    group by 1, 2, 3, 4, 5
    having sum(parcel_count) <> 0 or sum(area_square_metres) <> 0
$$;
comment on function registry.compact_count_flow() is 'Adds up the lines of the flows that are of the same day, zone, status and hold. Beside writers and readers; the sums stay what they are.';

create function registry.parcel_periods_follow() returns trigger language plpgsql as $$
begin
    if not registry.bulk() then
        perform registry.refresh_periods(array(select id from new_rows));
    end if;
    return null;
end $$;
comment on function registry.parcel_periods_follow() is 'Periods follow the parcel; runs after its history is kept.';
-- Triggers of one event run in the order of their names: after parcel_history_is_kept.
create trigger parcel_periods_follow_insert after insert on registry.parcel
    referencing new table as new_rows for each statement execute function registry.parcel_periods_follow();
create trigger parcel_periods_follow_update after update on registry.parcel
    referencing new table as new_rows for each statement execute function registry.parcel_periods_follow();

create or replace function registry.rebuild_derived() returns void language plpgsql as $$
begin
    perform registry.refresh_search(null);
    perform registry.rebuild_map(registry.current_change());
    perform registry.refresh_periods(null);
end $$;
comment on function registry.rebuild_derived() is
    'Derives search words, counts, map cells and periods of the whole register anew; ends a transaction that ran with registry.bulk on.';

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
