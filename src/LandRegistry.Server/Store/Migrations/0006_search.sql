create table registry.parcel_search (
    parcel_id bigint not null,
    content   text not null,
    constraint parcel_search_pk primary key (parcel_id),
    constraint parcel_search_parcel_fk foreign key (parcel_id) references registry.parcel (id)
);
comment on table registry.parcel_search is 'What a parcel is found by, derived: code, source key, name, address, enterprises on it and their former names.';
comment on column registry.parcel_search.parcel_id is 'The parcel.';
comment on column registry.parcel_search.content is 'The words, lower case, separated by spaces.';
create index parcel_search_content_ix on registry.parcel_search using gin (content gin_trgm_ops);

create function registry.refresh_search(parcel_ids bigint[]) returns void language sql as $$
    insert into registry.parcel_search (parcel_id, content)
    select p.id, lower(concat_ws(' ', p.code, p.source_id, p.name, p.address, e.names))
    from (
        -- Two branches, because the plan is made without knowing the argument: an OR of both would read every parcel.
        select * from registry.parcel where parcel_ids is null
        union all
        select named.* from unnest(parcel_ids) as wanted (id) join registry.parcel named using (id)
    ) p
    left join lateral (
        select string_agg(concat_ws(' ', e.name, e.credit_code, array_to_string(e.former_names, ' ')), ' ' order by e.id) as names
        from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
        where o.parcel_id = p.id
    ) e on true
    order by p.id
    on conflict on constraint parcel_search_pk do update set content = excluded.content
    where parcel_search.content <> excluded.content
$$;
comment on function registry.refresh_search(bigint[]) is 'Derives the search words anew, of the parcels named or, for null, of all.';

create function registry.parcel_refresh_search() returns trigger language plpgsql as $$
begin
    if not registry.bulk() then
        perform registry.refresh_search(array(select id from new_rows));
    end if;
    return null;
end $$;
comment on function registry.parcel_refresh_search() is 'Search words follow the parcel.';
create function registry.occupancy_refresh_search() returns trigger language plpgsql as $$
begin
    if not registry.bulk() then
        perform registry.refresh_search(array(select distinct parcel_id from new_rows));
    end if;
    return null;
end $$;
comment on function registry.occupancy_refresh_search() is 'Search words follow the occupancies.';
create function registry.enterprise_refresh_search() returns trigger language plpgsql as $$
begin
    if not registry.bulk() then
        perform registry.refresh_search(array(
            select distinct o.parcel_id from registry.occupancy o join new_rows n on n.id = o.enterprise_id));
    end if;
    return null;
end $$;
comment on function registry.enterprise_refresh_search() is 'Search words follow the names of enterprises.';

create trigger parcel_search_follows_insert after insert on registry.parcel
    referencing new table as new_rows for each statement execute function registry.parcel_refresh_search();
create trigger parcel_search_follows_update after update on registry.parcel
    referencing new table as new_rows for each statement execute function registry.parcel_refresh_search();
create trigger occupancy_search_follows_insert after insert on registry.occupancy
    referencing new table as new_rows for each statement execute function registry.occupancy_refresh_search();
create trigger occupancy_search_follows_update after update on registry.occupancy
    referencing new table as new_rows for each statement execute function registry.occupancy_refresh_search();
create trigger enterprise_search_follows_update after update on registry.enterprise
    referencing new table as new_rows for each statement execute function registry.enterprise_refresh_search();
