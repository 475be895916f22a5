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
