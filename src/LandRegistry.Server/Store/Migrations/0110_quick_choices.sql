-- Filters answer at once at a million parcels: their choices are counted beforehand, and words are looked up before the parcels.

create table registry.parcel_tally (
    zone_id            bigint not null,
    status             text not null,
    on_hold            boolean not null,
    land_use_code      text,
    officer            text,
    idle_cause         text,
    parcel_count       integer not null,
    area_square_metres numeric(20, 2) not null
);
comment on table registry.parcel_tally is
    'How many parcels stand of each zone, status, hold, use, officer and cause: the sum of its lines. Changes append a line each, so that nobody waits for another; '
    'registry.compact_tally adds the lines up. Not a record but an answer.';
comment on column registry.parcel_tally.zone_id is 'The zone of the parcels, itself and not a zone below.';
comment on column registry.parcel_tally.status is 'Code of their status.';
comment on column registry.parcel_tally.on_hold is 'Whether they are on hold.';
comment on column registry.parcel_tally.land_use_code is 'Code of their land use; null where it is not known.';
comment on column registry.parcel_tally.officer is 'The officer responsible; null where none is assigned.';
comment on column registry.parcel_tally.idle_cause is 'Cause of their idleness; null where none is recorded.';
comment on column registry.parcel_tally.parcel_count is 'Parcels that came, less those that went.';
comment on column registry.parcel_tally.area_square_metres is 'Their area together, square metres.';

create function registry.rebuild_tally() returns void language sql as $$
    lock table registry.parcel_tally in exclusive mode;
    delete from registry.parcel_tally;
    insert into registry.parcel_tally (zone_id, status, on_hold, land_use_code, officer, idle_cause, parcel_count, area_square_metres)
    select zone_id, status, on_hold, land_use_code, officer, idle_cause, count(*), coalesce(sum(area_square_metres), 0)
    from registry.parcel
    where ended_on is null
    group by 1, 2, 3, 4, 5, 6
$$;
comment on function registry.rebuild_tally() is 'Counts the whole register anew.';

create function registry.compact_tally() returns void language sql as $$
    with taken as (delete from registry.parcel_tally returning *)
    insert into registry.parcel_tally (zone_id, status, on_hold, land_use_code, officer, idle_cause, parcel_count, area_square_metres)
    select zone_id, status, on_hold, land_use_code, officer, idle_cause, sum(parcel_count), sum(area_square_metres)
    from taken
    group by 1, 2, 3, 4, 5, 6
    having sum(parcel_count) <> 0 or sum(area_square_metres) <> 0
$$;
comment on function registry.compact_tally() is 'Adds up the lines of the tally that count the same. Beside writers and readers; the sums stay what they are.';

create function registry.parcel_tally_follows() returns trigger language plpgsql as $$
begin
    if registry.bulk() then
        return null;
    end if;
    if tg_op = 'INSERT' then
        insert into registry.parcel_tally (zone_id, status, on_hold, land_use_code, officer, idle_cause, parcel_count, area_square_metres)
        select zone_id, status, on_hold, land_use_code, officer, idle_cause, count(*), coalesce(sum(area_square_metres), 0)
        from new_rows
        where ended_on is null
        group by 1, 2, 3, 4, 5, 6;
        return null;
    end if;
    insert into registry.parcel_tally (zone_id, status, on_hold, land_use_code, officer, idle_cause, parcel_count, area_square_metres)
    select zone_id, status, on_hold, land_use_code, officer, idle_cause, sum(sign), coalesce(sum(sign * area_square_metres), 0)
    from (
        select 1 as sign, zone_id, status, on_hold, land_use_code, officer, idle_cause, area_square_metres from new_rows where ended_on is null
        union all
        select -1, zone_id, status, on_hold, land_use_code, officer, idle_cause, area_square_metres from old_rows where ended_on is null
    ) p
    group by 1, 2, 3, 4, 5, 6
    having sum(sign) <> 0 or coalesce(sum(sign * area_square_metres), 0) <> 0;
    return null;
end $$;
comment on function registry.parcel_tally_follows() is 'The tally follows the parcels.';
create trigger parcel_tally_follows_insert after insert on registry.parcel
    referencing new table as new_rows for each statement execute function registry.parcel_tally_follows();
create trigger parcel_tally_follows_update after update on registry.parcel
    referencing old table as old_rows new table as new_rows for each statement execute function registry.parcel_tally_follows();

create or replace function registry.rebuild_map(change_id bigint) returns void language plpgsql as $$
begin
    perform registry.rebuild_tally();
    lock table registry.parcel_count_cell in exclusive mode;
    delete from registry.parcel_count_cell;
    insert into registry.parcel_count_cell (cell_x, cell_y, zone_id, status, on_hold, parcel_count, area_square_metres)
    select registry.tile_column(st_x(m), 16), registry.tile_row(st_y(m), 16), zone_id, status, on_hold,
           count(*), coalesce(sum(area_square_metres), 0)
    from (select p.*, st_transform(st_setsrid(p.location, 4326), 3857) as m from registry.parcel p where p.ended_on is null) p
    group by 1, 2, 3, 4, 5;
    insert into registry.map_cell as c (cell_x, cell_y, stamp)
    select x, y, 1
    from registry.parcel p,
         generate_series(registry.tile_column(st_xmin(p.shape_mercator) - 160, 14), registry.tile_column(st_xmax(p.shape_mercator) + 160, 14)) as x,
         generate_series(registry.tile_row(st_ymax(p.shape_mercator) + 160, 14), registry.tile_row(st_ymin(p.shape_mercator) - 160, 14)) as y
    group by x, y
    order by x, y
    on conflict on constraint map_cell_pk do update set stamp = c.stamp + 1;
    perform registry.announce(rebuild_map.change_id, array_agg(id), st_extent(shape_mercator)::box2d)
    from (select p.id, p.shape_mercator from registry.parcel p where p.change_id = rebuild_map.change_id limit 201) p;
end $$;
comment on function registry.rebuild_map(bigint) is
    'Derives tally, counts by cell and map cells of the whole register anew, and tells open windows of the change that made it necessary.';

select registry.rebuild_tally();

create function registry.parcels_matching_words(
    statuses text[], zone_ids bigint[], land_use_codes text[], min_area numeric, max_area numeric, held boolean, search text[], box geometry,
    officers text[], causes text[], spelled text[], due daterange, due_within int4range, readiness text[], blockers text[], on_day date)
returns setof registry.parcel language sql stable parallel safe as $$
    select p.*
    from registry.parcels_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, null, box, officers, causes, null, due, due_within, readiness, blockers, on_day) p
    where p.id in (
        select s.parcel_id
        from registry.parcel_search s
        where (search is null or (s.content like search[1] and s.content like all (search[2:])))
          and (spelled is null
               or ((case when spelled[1] ~ '[[]' then s.content ~ spelled[1]
                         else s.content like any (string_to_array('%' || replace(spelled[1], '|', '%|%') || '%', '|')) end)
                   and s.content ~ all (spelled[2:]))))
$$;
comment on function registry.parcels_matching_words(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date) is
    'As registry.parcels_matching, for filters with words: what contains them is looked up first, or beside the parcels, as the planner likes. '
    'A word of spelled is a list of runs of letters separated by |, or a regular expression with brackets where they are too many.';

create function registry.parcels_matching_due(
    statuses text[], zone_ids bigint[], land_use_codes text[], min_area numeric, max_area numeric, held boolean, search text[], box geometry,
    officers text[], causes text[], spelled text[], due daterange, due_within int4range, readiness text[], blockers text[], on_day date)
returns setof registry.parcel language sql stable parallel safe as $$
    select p.*
    from registry.parcels_matching(
        statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, officers, causes, spelled, null, null, readiness, blockers, on_day) p
    where p.id in (select d.parcel_id from registry.parcels_due(due, due_within, on_day) d)
$$;
comment on function registry.parcels_matching_due(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date) is
    'As registry.parcels_matching, for filters by deadlines where all parcels are wanted, not the first of an order: what is due is looked up first.';

-- What sounds like a word is looked up for every question with words.
create index search_word_initials_ix on registry.search_word using gin (initials gin_trgm_ops);
create index search_word_plain_ix on registry.search_word using gin (plain gin_trgm_ops);

comment on function registry.parcels_matching_readiness(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date) is
    'As registry.parcels_matching, for filters by readiness where all parcels are wanted, or where most match: blocked, and what blocks.';

-- What a tender must do by a day is due too.
create or replace function registry.parcels_due(due daterange, due_within int4range, on_day date)
returns table (parcel_id bigint, due_on date) language sql stable parallel safe as $$
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
    union all
    select d.parcel_id, d.due_on
    from registry.tender_deadline d
    where d.done_on is null and d.started_on <= on_day
      and d.due_on >= coalesce(lower(due), on_day + lower(due_within), '-infinity') and d.due_on < coalesce(upper(due), on_day + upper(due_within), 'infinity')
    union all
    select d.parcel_id, d.due_on
    from registry.tender_deadline d
    where d.done_on > on_day and d.started_on <= on_day
      and d.due_on >= coalesce(lower(due), on_day + lower(due_within), '-infinity') and d.due_on < coalesce(upper(due), on_day + upper(due_within), 'infinity')
$$;
comment on function registry.parcels_due(daterange, int4range, date) is
    'Parcels with a day by which something is due, open as of a day: deadlines of their open cases and of their tenders, and steps of the current strategy of '
    'their holder. due are the days looked at, or else due_within, counted from the day; with neither, any. A parcel comes once for each such day.';

-- None of them writes: several processes may share a count.
alter function registry.zones_with_descendants(bigint[]) parallel safe;
alter function registry.parcels_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date) parallel safe;
alter function registry.parcels_matching_readiness(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], daterange, int4range, text[], text[], date) parallel safe;
