-- In which zones an enterprise has land: the list of the day, narrowed to a zone, asks it of every enterprise that has a step to take,
-- and looked before at each piece of land that each of them ever had. Derived from occupancies and parcels, kept by triggers.
create table registry.enterprise_zone (
    enterprise_id bigint not null,
    zone_id       bigint not null,
    constraint enterprise_zone_pk primary key (enterprise_id, zone_id)
);
comment on table registry.enterprise_zone is 'The zones in which an enterprise holds, leases or uses land, or did. Derived.';
comment on column registry.enterprise_zone.enterprise_id is 'The enterprise.';
comment on column registry.enterprise_zone.zone_id is 'The zone that the land lies in, itself and not those above it.';

create function registry.refresh_enterprise_zones(enterprise_ids bigint[]) returns void language plpgsql as $$
begin
    if enterprise_ids is null then
        lock table registry.enterprise_zone in share row exclusive mode;
        delete from registry.enterprise_zone;
        insert into registry.enterprise_zone (enterprise_id, zone_id)
        select distinct o.enterprise_id, p.zone_id from registry.occupancy o join registry.parcel p on p.id = o.parcel_id where not o.withdrawn
        order by 1, 2;
        return;
    end if;
    -- Who adds land in a zone while another takes the last of it away: whoever comes second waits here or at the conflict below.
    perform from registry.enterprise_zone z where z.enterprise_id = any (enterprise_ids) order by z.enterprise_id, z.zone_id for update;
    delete from registry.enterprise_zone z
    where z.enterprise_id = any (enterprise_ids) and not exists (
        select from registry.occupancy o join registry.parcel p on p.id = o.parcel_id
        where o.enterprise_id = z.enterprise_id and p.zone_id = z.zone_id and not o.withdrawn);
    insert into registry.enterprise_zone (enterprise_id, zone_id)
    select distinct o.enterprise_id, p.zone_id from registry.occupancy o join registry.parcel p on p.id = o.parcel_id
    where o.enterprise_id = any (enterprise_ids) and not o.withdrawn
    order by 1, 2
    on conflict on constraint enterprise_zone_pk do update set zone_id = excluded.zone_id;
end $$;
comment on function registry.refresh_enterprise_zones(bigint[]) is 'Derives the zones anew, of the enterprises named or, for null, of all.';

create function registry.occupancy_refresh_zones() returns trigger language plpgsql as $$
begin
    if registry.bulk() then
        return null;
    end if;
    if tg_op = 'INSERT' then
        perform registry.refresh_enterprise_zones(array(select distinct enterprise_id from new_rows));
    else
        perform registry.refresh_enterprise_zones(array(select enterprise_id from old_rows union select enterprise_id from new_rows));
    end if;
    return null;
end $$;
comment on function registry.occupancy_refresh_zones() is 'Zones of enterprises follow the occupancies.';
create trigger occupancy_zones_follow_insert after insert on registry.occupancy
    referencing new table as new_rows for each statement execute function registry.occupancy_refresh_zones();
create trigger occupancy_zones_follow_update after update on registry.occupancy
    referencing old table as old_rows new table as new_rows for each statement execute function registry.occupancy_refresh_zones();

create function registry.parcel_refresh_zones() returns trigger language plpgsql as $$
begin
    if not registry.bulk() then
        perform registry.refresh_enterprise_zones(array(select distinct o.enterprise_id from registry.occupancy o where o.parcel_id = new.id));
    end if;
    return null;
end $$;
comment on function registry.parcel_refresh_zones() is 'Zones of enterprises follow a parcel that is moved to another zone.';
create trigger parcel_zones_follow_update after update of zone_id on registry.parcel
    for each row when (old.zone_id <> new.zone_id) execute function registry.parcel_refresh_zones();

create or replace function registry.rebuild_derived() returns void language plpgsql as $$
begin
    perform registry.refresh_search(null);
    perform registry.rebuild_map(registry.current_change());
    perform registry.refresh_periods(null);
    perform registry.refresh_enterprise_zones(null);
end $$;
comment on function registry.rebuild_derived() is
    'Derives search words, counts, map cells, periods and the zones of enterprises of the whole register anew; ends a transaction that ran with registry.bulk on.';

select registry.refresh_enterprise_zones(null);

-- What else every write to many parcels did in vain. History: the shapes of a version stand in columns of their own, so that its facts
-- are written without first making GeoJSON of them; search words: read anew only where a parcel is called otherwise than before.
create or replace function registry.parcel_keep_history() returns trigger language plpgsql as $$
begin
    insert into registry.parcel_history (parcel_id, version, valid_from, valid_to, change_id, ended_by_change_id, boundary, location, facts)
    select o.id, o.version, o.updated_at, n.updated_at, o.change_id, n.change_id, o.boundary, o.location,
           to_jsonb(jsonb_populate_record(f, '{"boundary": null, "location": null, "shape_mercator": null}'))
               - array['boundary', 'location', 'shape_mercator', 'sort_code', 'sort_area', 'status_rank']
    from old_rows o
    join new_rows n on n.id = o.id
    cross join lateral (select (o).*) f;
    insert into registry.parcel_status_mark (parcel_id, from_status, to_status, effective_on, change_id)
    select n.id, o.status, n.status, n.status_since, n.change_id
    from new_rows n join old_rows o on o.id = n.id
    where o.status <> n.status or o.status_since <> n.status_since
    order by n.id;
    return null;
end $$;

create function registry.parcel_refresh_changed_search() returns trigger language plpgsql as $$
begin
    if not registry.bulk() then
        perform registry.refresh_search(array(
            select n.id from new_rows n join old_rows o on o.id = n.id
            where row(n.code, n.source_id, n.name, n.address) is distinct from row(o.code, o.source_id, o.name, o.address)));
    end if;
    return null;
end $$;
comment on function registry.parcel_refresh_changed_search() is 'Search words follow what a parcel is called.';
drop trigger parcel_search_follows_update on registry.parcel;
create trigger parcel_search_follows_update after update on registry.parcel
    referencing old table as old_rows new table as new_rows for each statement execute function registry.parcel_refresh_changed_search();

-- One status is asked for by far the most: as an equation it is read off the index of the order asked for, as a list of one it is not.
do $make$
declare
    item record;
begin
    for item in
        select p.oid, a.alias
        from pg_proc p
        join (values ('parcels_matching', 'p'), ('periods_matching', 'q')) as a (name, alias) on a.name = p.proname
        where p.pronamespace = 'registry'::regnamespace
    loop
        execute replace(
            pg_get_functiondef(item.oid), format('(statuses is null or %s.status = any (statuses))', item.alias),
            format('(statuses is null or (cardinality(statuses) = 1 and %1$s.status = statuses[1]) or (cardinality(statuses) > 1 and %1$s.status = any (statuses)))', item.alias));
    end loop;
end $make$;
