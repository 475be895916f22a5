-- Outlines of zones as the map draws them: an official boundary has tens of thousands of corners, and whether a zone lies within another took
-- longer to find out at each start of the map than everything else.
create table registry.zone_outline (
    zone_id  bigint not null,
    outline  geometry(MultiPolygon, 4490) not null,
    is_inner boolean not null,
    constraint zone_outline_pk primary key (zone_id),
    constraint zone_outline_zone_fk foreign key (zone_id) references registry.zone (id)
);
comment on table registry.zone_outline is 'The extent of each zone that has one, generalised for the map. Not a record but an answer, kept by a trigger.';
comment on column registry.zone_outline.zone_id is 'The zone.';
comment on column registry.zone_outline.outline is 'Its extent without corners that lie within 0.00001 degrees (about one metre) of the line through their neighbours; EPSG:4490.';
comment on column registry.zone_outline.is_inner is 'Whether it lies within the extent of the zone above it.';

create function registry.refresh_zone_outlines(zone_ids bigint[]) returns void language sql as $$
    delete from registry.zone_outline o using registry.zone z where z.id = o.zone_id and z.extent is null and z.id = any (zone_ids);
    insert into registry.zone_outline (zone_id, outline, is_inner)
    select z.id, st_multi(st_simplifypreservetopology(z.extent, 0.00001)), coalesce(st_covers(o.extent, z.extent), false)
    from registry.zone z
    left join registry.zone o on o.id = z.parent_id
    where z.extent is not null and (z.id = any (zone_ids) or z.parent_id = any (zone_ids))
    order by z.id
    on conflict on constraint zone_outline_pk do update set outline = excluded.outline, is_inner = excluded.is_inner
$$;
comment on function registry.refresh_zone_outlines(bigint[]) is 'Derives the outlines of the zones named, and of those right below them.';

create function registry.zone_outlines_follow() returns trigger language plpgsql as $$
begin
    perform registry.refresh_zone_outlines(array_agg(id)) from new_rows having count(*) > 0;
    return null;
end $$;
comment on function registry.zone_outlines_follow() is 'Outlines follow the zones.';
create trigger zone_outlines_follow_insert after insert on registry.zone
    referencing new table as new_rows for each statement execute function registry.zone_outlines_follow();
create trigger zone_outlines_follow_update after update on registry.zone
    referencing new table as new_rows for each statement execute function registry.zone_outlines_follow();

select registry.refresh_zone_outlines(array_agg(id)) from registry.zone having count(*) > 0;
