-- Counts as of a day, and how periods and flows follow the parcels.
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
