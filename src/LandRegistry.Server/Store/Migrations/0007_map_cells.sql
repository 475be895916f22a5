-- Two derived tables keep the map fast and fresh. map_cell: one stamp per cell of the zoom-14 grid, raised by the
-- transaction that changes a parcel there, so that a tile's ETag is a sum of stamps and several servers agree.
-- parcel_count_cell: counts by status on the zoom-16 grid, what low zooms and the unfiltered summary are made of.
create table registry.map_cell (
    cell_x integer not null,
    cell_y integer not null,
    stamp  bigint not null,
    constraint map_cell_pk primary key (cell_x, cell_y)
) with (fillfactor = 70);
comment on table registry.map_cell is 'Freshness of the map by cell of the zoom-14 tile grid (OGC WebMercatorQuad).';
comment on column registry.map_cell.cell_x is 'Column of the cell, from the west.';
comment on column registry.map_cell.cell_y is 'Row of the cell, from the north.';
comment on column registry.map_cell.stamp is 'How many times something in the cell changed.';

create table registry.parcel_count_cell (
    cell_x             integer not null,
    cell_y             integer not null,
    zone_id            bigint not null,
    status             text not null,
    on_hold            boolean not null,
    parcel_count       integer not null,
    area_square_metres numeric(20, 2) not null,
    constraint parcel_count_cell_pk primary key (cell_x, cell_y, zone_id, status, on_hold)
) with (fillfactor = 70);
comment on table registry.parcel_count_cell is 'Counts of standing parcels by cell of the zoom-16 tile grid (OGC WebMercatorQuad), zone, status and hold.';
comment on column registry.parcel_count_cell.cell_x is 'Column of the cell, from the west.';
comment on column registry.parcel_count_cell.cell_y is 'Row of the cell, from the north.';
comment on column registry.parcel_count_cell.zone_id is 'Zone of the parcels counted.';
comment on column registry.parcel_count_cell.status is 'Status of the parcels counted.';
comment on column registry.parcel_count_cell.on_hold is 'Whether the parcels counted are on hold.';
comment on column registry.parcel_count_cell.parcel_count is 'How many parcels; may be 0.';
comment on column registry.parcel_count_cell.area_square_metres is 'Sum of their known areas, square metres.';

create function registry.tile_column(x_mercator double precision, zoom integer) returns integer language sql immutable parallel safe as $$
    select greatest(0, least((1 << zoom) - 1, floor((x_mercator + 20037508.342789244) / 40075016.685578488 * (1 << zoom))))::integer
$$;
comment on function registry.tile_column(double precision, integer) is 'Tile column that an EPSG:3857 easting (metres) lies in.';
create function registry.tile_row(y_mercator double precision, zoom integer) returns integer language sql immutable parallel safe as $$
    select greatest(0, least((1 << zoom) - 1, floor((20037508.342789244 - y_mercator) / 40075016.685578488 * (1 << zoom))))::integer
$$;
comment on function registry.tile_row(double precision, integer) is 'Tile row that an EPSG:3857 northing (metres) lies in, from the north.';

-- 160 m is the buffer (64/4096) of a zoom-12 tile, the widest in which single parcels are drawn.
create function registry.raise_map_cells(shapes geometry[]) returns void language sql as $$
    insert into registry.map_cell as c (cell_x, cell_y, stamp)
    select x, y, 1
    from unnest(shapes) as shape,
         generate_series(registry.tile_column(st_xmin(shape) - 160, 14), registry.tile_column(st_xmax(shape) + 160, 14)) as x,
         generate_series(registry.tile_row(st_ymax(shape) + 160, 14), registry.tile_row(st_ymin(shape) - 160, 14)) as y
    group by x, y
    order by x, y
    on conflict on constraint map_cell_pk do update set stamp = c.stamp + 1
$$;
comment on function registry.raise_map_cells(geometry[]) is 'Raises the stamps of the map cells that the shapes (EPSG:3857) touch.';

create function registry.announce(change_id bigint, parcel_ids bigint[], box box2d) returns void language sql as $$
    select pg_notify('registry_change', json_build_object(
        'changeId', c.id,
        'command', c.command,
        'actor', c.actor,
        'many', cardinality(parcel_ids) > 200,
        'parcels', case when cardinality(parcel_ids) > 200 then '{}'::bigint[] else parcel_ids end,
        'bbox', case when box is not null then json_build_array(
            round(st_xmin(e)::numeric, 6), round(st_ymin(e)::numeric, 6), round(st_xmax(e)::numeric, 6), round(st_ymax(e)::numeric, 6)) end)::text)
    from registry.change c, (select st_transform(st_setsrid(box::geometry, 3857), 4326) as e) t
    where c.id = announce.change_id
$$;
comment on function registry.announce(bigint, bigint[], box2d) is
    'Tells every server, at commit, which parcels a change touched and where (longitude and latitude bounds).';

create function registry.parcel_inserted_on_map() returns trigger language plpgsql as $$
begin
    if registry.bulk() then
        return null;
    end if;
    perform registry.raise_map_cells(array(select shape_mercator from new_rows));
    insert into registry.parcel_count_cell as c (cell_x, cell_y, zone_id, status, on_hold, parcel_count, area_square_metres)
    select registry.tile_column(st_x(m), 16), registry.tile_row(st_y(m), 16), zone_id, status, on_hold,
           count(*), coalesce(sum(area_square_metres), 0)
    from (select n.*, st_transform(st_setsrid(n.location, 4326), 3857) as m from new_rows n where n.ended_on is null) p
    group by 1, 2, 3, 4, 5
    order by 1, 2, 3, 4, 5
    on conflict on constraint parcel_count_cell_pk do update
        set parcel_count = c.parcel_count + excluded.parcel_count,
            area_square_metres = c.area_square_metres + excluded.area_square_metres;
    perform registry.announce(registry.current_change(), array_agg(id), st_extent(shape_mercator)) from new_rows having count(*) > 0;
    return null;
end $$;
comment on function registry.parcel_inserted_on_map() is 'New parcels reach map cells, counts and open windows.';

create function registry.parcel_updated_on_map() returns trigger language plpgsql as $$
begin
    if registry.bulk() then
        return null;
    end if;
    perform registry.raise_map_cells(array(
        select n.shape_mercator from new_rows n
        union all
        select o.shape_mercator from old_rows o join new_rows n on n.id = o.id where not o.shape_mercator ~= n.shape_mercator));
    insert into registry.parcel_count_cell as c (cell_x, cell_y, zone_id, status, on_hold, parcel_count, area_square_metres)
    select registry.tile_column(st_x(m), 16), registry.tile_row(st_y(m), 16), zone_id, status, on_hold,
           sum(sign), coalesce(sum(sign * area_square_metres), 0)
    from (
        select 1 as sign, n.zone_id, n.status, n.on_hold, n.area_square_metres, st_transform(st_setsrid(n.location, 4326), 3857) as m
        from new_rows n where n.ended_on is null
        union all
        select -1, o.zone_id, o.status, o.on_hold, o.area_square_metres, st_transform(st_setsrid(o.location, 4326), 3857)
        from old_rows o where o.ended_on is null
    ) p
    group by 1, 2, 3, 4, 5
    having sum(sign) <> 0 or coalesce(sum(sign * area_square_metres), 0) <> 0
    order by 1, 2, 3, 4, 5
    on conflict on constraint parcel_count_cell_pk do update
        set parcel_count = c.parcel_count + excluded.parcel_count,
            area_square_metres = c.area_square_metres + excluded.area_square_metres;
    perform registry.announce(registry.current_change(), array_agg(id), st_extent(shape_mercator)) from new_rows having count(*) > 0;
    return null;
end $$;
comment on function registry.parcel_updated_on_map() is 'Changed parcels reach map cells, counts and open windows.';

create trigger parcel_map_follows_insert after insert on registry.parcel
    referencing new table as new_rows for each statement execute function registry.parcel_inserted_on_map();
create trigger parcel_map_follows_update after update on registry.parcel
    referencing old table as old_rows new table as new_rows
    for each statement execute function registry.parcel_updated_on_map();

create function registry.rebuild_map(change_id bigint) returns void language plpgsql as $$
begin
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
comment on function registry.rebuild_map(bigint) is 'Derives counts and map cells of the whole register anew, and tells open windows of the change that made it necessary.';

create function registry.rebuild_derived() returns void language plpgsql as $$
begin
    perform registry.refresh_search(null);
    perform registry.rebuild_map(registry.current_change());
end $$;
comment on function registry.rebuild_derived() is
    'Derives search words, counts and map cells of the whole register anew; ends a transaction that ran with registry.bulk on.';
