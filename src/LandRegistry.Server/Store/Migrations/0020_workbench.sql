-- Marking many parcels in one step: who is responsible for a parcel, notes on it, and a filter that knows responsibility and cause.
alter table registry.parcel add column officer text;
alter table registry.parcel add constraint parcel_officer_said check (officer <> '');
comment on column registry.parcel.officer is 'Officer responsible for the parcel (责任人); null when none is assigned.';
create index parcel_officer_ix on registry.parcel (officer, sort_code, id) where officer is not null and ended_on is null;
create index parcel_idle_cause_ix on registry.parcel (idle_cause, sort_code, id) where idle_cause is not null and ended_on is null;

create table registry.parcel_note (
    id        bigint generated always as identity,
    parcel_id bigint not null,
    text      text not null,
    withdrawn boolean not null default false,
    version   integer not null default 1,
    change_id bigint not null,
    constraint parcel_note_pk primary key (id),
    constraint parcel_note_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint parcel_note_change_fk foreign key (change_id) references registry.change (id),
    constraint parcel_note_said check (text <> '')
);
comment on table registry.parcel_note is 'A note on a parcel (备注), in words; no rule reads it.';
comment on column registry.parcel_note.id is 'Key, in order of recording.';
comment on column registry.parcel_note.parcel_id is 'The parcel.';
comment on column registry.parcel_note.text is 'What it says.';
comment on column registry.parcel_note.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.parcel_note.version is 'Row version, grows with each update.';
comment on column registry.parcel_note.change_id is 'The change that wrote this version.';
create index parcel_note_parcel_ix on registry.parcel_note (parcel_id, id);
call registry.keep_records_of('parcel_note');
call registry.gather_records();

-- The filter anew, with officers, causes and spellings. '' among the officers or causes stands for those without one.
drop function registry.deadlines_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, date, date, date);
drop function registry.parcels_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, date);
drop function registry.parcels_matching_as_of(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date);
drop function registry.periods_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date);
drop function registry.parcels_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry);

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
    spelled        text[] default null)
returns setof registry.parcel language sql stable as $$
    select p.*
    from registry.parcel p
    where p.ended_on is null
      and (statuses is null or p.status = any (statuses))
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
      and (box is null or (p.shape_mercator && box and st_intersects(p.shape_mercator, box)))
$$;
comment on function registry.parcels_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[]) is
    'The one filter of the register: list, summary, tiles and exports all read parcels through it. Null means any. '
    'Areas in square metres, both ends inclusive; an unknown area matches no area bound. search are LIKE patterns and spelled regular '
    'expressions over parcel_search, all of which must match; the index serves the first of each, so give the longest first. box is in '
    'EPSG:3857. An empty text among officers or causes means: none. The planner inlines the function, so unused conditions cost nothing.';

create function registry.officer_of_version(parcel_id bigint, version integer) returns text language sql stable as $$
    select p.officer from registry.parcel p where p.id = officer_of_version.parcel_id and p.version = officer_of_version.version
    union all
    select h.facts ->> 'officer' from registry.parcel_history h where h.parcel_id = officer_of_version.parcel_id and h.version = officer_of_version.version
    limit 1
$$;
comment on function registry.officer_of_version(bigint, integer) is 'The officer responsible by a version of a parcel; null when there was none.';

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
    spelled        text[] default null)
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
      and (spelled is null or q.parcel_id in (
          select s.parcel_id from registry.parcel_search s where s.content ~ spelled[1] and s.content ~ all (spelled[2:])))
      and (officers is null or coalesce(registry.officer_of_version(q.parcel_id, q.version), '') = any (officers))
      and (causes is null or q.idle_cause = any (causes) or (q.idle_cause is null and '' = any (causes)))
      and (box is null or (q.parcel_id, q.from_on) in (
          select t.parcel_id, t.from_on
          from registry.parcel p join registry.parcel_period t on t.parcel_id = p.id
          where t.shape_mercator is null and p.shape_mercator && box and st_intersects(p.shape_mercator, box) and t.from_on <= as_of and t.to_on > as_of
          union all
          select t.parcel_id, t.from_on
          from registry.parcel_period t
          where t.shape_mercator && box and st_intersects(t.shape_mercator, box) and t.from_on <= as_of and t.to_on > as_of))
$$;
comment on function registry.periods_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, text[], text[], text[]) is
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
    officers       text[],
    causes         text[],
    spelled        text[],
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
    left join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, from_day, officers, causes, spelled) was
        on was.parcel_id = t.parcel_id
    left join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, to_day, officers, causes, spelled) became
        on became.parcel_id = t.parcel_id
    where (was.parcel_id is null) <> (became.parcel_id is null) or was.status <> became.status
$$;
comment on function registry.parcels_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], date, date) is
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
    officers       text[],
    causes         text[],
    spelled        text[],
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
    join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, from_day, officers, causes, spelled) o
        on o.parcel_id = t.parcel_id
    join registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, to_day, officers, causes, spelled) q
        on q.parcel_id = t.parcel_id
    where row(was.suspected_from, was.fee_from, was.recovery_from) is distinct from row(became.suspected_from, became.fee_from, became.recovery_from)
$$;
comment on function registry.deadlines_difference(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], date, date, date, date) is
    'Parcels that a filter matches on both days and for which the idle clock foresaw another day of suspicion, fee or recovery on the later one.';

-- Written out from the catalog once more, because registry.parcel has a column more.
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
            officers text[] default null, causes text[] default null, spelled text[] default null)
        returns setof registry.parcel language sql stable as $body$
            select %s
            from registry.periods_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, as_of, officers, causes, spelled) q
            left join registry.parcel p on p.id = q.parcel_id
            left join registry.parcel_history h on h.parcel_id = q.parcel_id and h.version = q.version
        $body$
    $make$, columns);
end $$;
comment on function registry.parcels_matching_as_of(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, date, text[], text[], text[]) is
    'As registry.parcels_matching, as of a day: what was so then, as known now. The planner inlines it and leaves out what is not asked for.';

-- Views that people name and keep. They are theirs, no part of the register: they are written outside changes and may be deleted.
create table registry.saved_view (
    id         bigint generated always as identity,
    owner      text not null,
    name       text not null,
    address    text not null,
    is_shared  boolean not null default false,
    version    integer not null default 1,
    updated_at timestamptz not null,
    constraint saved_view_pk primary key (id),
    constraint saved_view_name_unique unique (owner, name),
    constraint saved_view_name_said check (name <> ''),
    constraint saved_view_owner_said check (owner <> '')
);
comment on table registry.saved_view is 'A view of the workbench under a name: filters, order, place.';
comment on column registry.saved_view.id is 'Key; stands in links to the view.';
comment on column registry.saved_view.owner is 'Who saved it; only they change it.';
comment on column registry.saved_view.name is 'What its owner calls it.';
comment on column registry.saved_view.address is 'The view as the workbench writes it in its address, from the question mark on; empty for the plain view.';
comment on column registry.saved_view.is_shared is 'Whether others see it.';
comment on column registry.saved_view.version is 'Row version; the ETag derives from it.';
comment on column registry.saved_view.updated_at is 'When it was saved last.';
create index saved_view_shared_ix on registry.saved_view (name) where is_shared;

-- Who is editing what. A row lives as long as its window's event stream; one whose server died with it is taken for gone by its age.
create unlogged table registry.presence (
    session   text not null,
    person    text not null,
    parcel_id bigint not null,
    since     timestamptz not null,
    seen_at   timestamptz not null,
    constraint presence_pk primary key (session),
    constraint presence_parcel_fk foreign key (parcel_id) references registry.parcel (id)
);
comment on table registry.presence is 'Who is editing which parcel now, one row for each open window that edits. No record: not kept through a crash.';
comment on column registry.presence.session is 'The window, by a random name of its own.';
comment on column registry.presence.person is 'Who is signed in there.';
comment on column registry.presence.parcel_id is 'The parcel being edited.';
comment on column registry.presence.since is 'Since when.';
comment on column registry.presence.seen_at is 'When the window last said so, by the clock of the database.';
create index presence_parcel_ix on registry.presence (parcel_id);

create function registry.announce_presence() returns trigger language plpgsql as $$
begin
    perform pg_notify('registry_presence', '{}');
    return null;
end $$;
comment on function registry.announce_presence() is 'Tells every server that somebody began or ceased to edit.';
create trigger presence_is_announced after insert or delete or update of parcel_id on registry.presence
    for each statement execute function registry.announce_presence();
