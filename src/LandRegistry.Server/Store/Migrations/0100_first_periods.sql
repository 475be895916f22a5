-- A parcel that is new has one version and one status: its period is written down from the row, not worked out from a past that it has not.

create or replace function registry.parcel_periods_follow() returns trigger language plpgsql as $$
declare
    first_periods registry.parcel_period[];
begin
    if registry.bulk() then
        return null;
    end if;
    if tg_op = 'UPDATE' then
        perform registry.refresh_periods(array(select id from new_rows));
        return null;
    end if;
    first_periods := array(
        select row(n.id, n.status_since, coalesce(n.ended_on, 'infinity'), n.version, n.updated_at, n.status, n.status_since, n.status_rank, n.idle_kind,
                   n.idle_cause, n.on_hold, n.zone_id, n.land_use_code, n.area_square_metres, n.sort_code, n.sort_area,
                   registry.tile_column(st_x(n.middle), 16), registry.tile_row(st_y(n.middle), 16), null)::registry.parcel_period
        from (select p.*, st_centroid(box2d(p.shape_mercator)::geometry) as middle from new_rows p) n
        where n.ended_on is null or n.status_since < n.ended_on
        order by n.id);
    perform registry.add_count_flow('{}', first_periods);
    insert into registry.parcel_period select * from unnest(first_periods);
    return null;
end $$;
comment on function registry.parcel_periods_follow() is 'Keeps the periods of the rows written: of new ones from the row (a property compares with registry.periods_of), of changed ones from their history.';

-- As before, but what is written goes into the indexes in order: the difference of two sets comes in the order of a hash.
create or replace function registry.refresh_periods(parcel_ids bigint[]) returns void language plpgsql as $$
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
    insert into registry.parcel_period
    select * from (select * from unnest(wanted) except select * from unnest(present)) as new_ones order by parcel_id, from_on;
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
