-- What comes of a split or merge is found by the codes of what it came of, and of what that came of: people look for the code that
-- stands in the contract.
create or replace function registry.refresh_search(parcel_ids bigint[]) returns void language sql as $$
    insert into registry.parcel_search (parcel_id, content)
    with recursive line (parcel_id, ancestor_id) as (
        select l.parcel_id, l.parent_id from registry.parcel_lineage l
        where not l.withdrawn and (parcel_ids is null or l.parcel_id = any (parcel_ids))
        union
        select line.parcel_id, l.parent_id from line join registry.parcel_lineage l on l.parcel_id = line.ancestor_id and not l.withdrawn
    )
    select p.id, lower(registry.folded(concat_ws(' ', p.code, p.source_id, p.name, p.address, e.names, f.names, a.codes)))
    from (
        -- Two branches, because the plan is made without knowing the argument: an OR of both would read every parcel.
        select * from registry.parcel where parcel_ids is null
        union all
        select named.* from unnest(parcel_ids) as wanted (id) join registry.parcel named using (id)
    ) p
    left join lateral (
        select string_agg(concat_ws(' ', e.name, e.credit_code, array_to_string(e.former_names, ' ')), ' ' order by e.id) as names
        from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
        where o.parcel_id = p.id and not o.withdrawn
    ) e on true
    left join lateral (
        select string_agg(n.name, ' ' order by n.name) as names from registry.parcel_former_name n where n.parcel_id = p.id
    ) f on true
    left join (
        select line.parcel_id, string_agg(c.code, ' ' order by c.code) as codes
        from line join registry.parcel c on c.id = line.ancestor_id
        group by line.parcel_id
    ) a on a.parcel_id = p.id
    order by p.id
    on conflict on constraint parcel_search_pk do update set content = excluded.content
    where parcel_search.content <> excluded.content;
    select registry.note_words(array(
        select distinct string_to_table(r.runs, ' ')
        from (
            select distinct regexp_replace(s.content, '[^〇一-鿿]+', ' ', 'g') as runs
            from (
                select content from registry.parcel_search where parcel_ids is null
                union all
                select named.content from unnest(parcel_ids) as wanted (id) join registry.parcel_search named on named.parcel_id = wanted.id
            ) s
        ) r));
$$;
comment on function registry.refresh_search(bigint[]) is 'Derives the search words anew, of the parcels named or, for null, of all, and notes how they sound.';

create function registry.lineage_refresh_search() returns trigger language plpgsql as $$
begin
    perform registry.refresh_search(array(select distinct parcel_id from new_rows));
    return null;
end $$;
comment on function registry.lineage_refresh_search() is 'Search words follow what a parcel came of.';
create trigger parcel_lineage_search_follows_insert after insert on registry.parcel_lineage
    referencing new table as new_rows for each statement execute function registry.lineage_refresh_search();
create trigger parcel_lineage_search_follows_update after update on registry.parcel_lineage
    referencing new table as new_rows for each statement execute function registry.lineage_refresh_search();
select registry.refresh_search(array(select distinct parcel_id from registry.parcel_lineage));
