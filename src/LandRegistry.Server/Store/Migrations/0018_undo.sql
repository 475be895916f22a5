-- Changes told and undone. A change is told by the rows it wrote, each before and after; undone by one that puts every row
-- back to what it was. Both read the versions that parcel_history and record_history keep.
create procedure registry.gather_records() language plpgsql as $$
declare
    item record;
    branches text;
begin
    for item in
        select c.relname from pg_class c
        where c.oid in (select tgrelid from pg_trigger where tgfoid = 'registry.keep_record_history'::regproc)
    loop
        execute format('create index if not exists %I on registry.%I (change_id)', item.relname || '_change_ix', item.relname);
    end loop;
    select string_agg(format(
               'select %L::text as record_kind, t.id as record_id, t.version, %s as parcel_id, %s as enterprise_id, t.change_id, to_jsonb(t) as facts from registry.%I t',
               c.relname,
               case when exists (select from pg_attribute where attrelid = c.oid and attname = 'parcel_id' and not attisdropped) then 't.parcel_id' else 'null::bigint' end,
               case when exists (select from pg_attribute where attrelid = c.oid and attname = 'enterprise_id' and not attisdropped) then 't.enterprise_id'
                    when c.relname = 'enterprise' then 't.id' else 'null::bigint' end,
               c.relname), ' union all ' order by c.relname)
    into branches
    from pg_class c
    where c.oid in (select tgrelid from pg_trigger where tgfoid = 'registry.keep_record_history'::regproc);
    execute 'drop view if exists registry.record';
    execute 'create view registry.record as ' || branches;
    comment on view registry.record is 'The present version of every record other than a parcel; as record_history has the former ones.';
end $$;
comment on procedure registry.gather_records() is
    'Makes the view registry.record anew over all tables of records; a migration that adds one after 0018 calls it at its end.';
call registry.gather_records();

create index parcel_change_ix on registry.parcel (change_id);
create index parcel_history_written_ix on registry.parcel_history (change_id);
create index record_history_written_ix on registry.record_history (change_id);

create function registry.rows_of_change(change_id bigint)
returns table (record_kind text, record_id bigint, parcel_id bigint, enterprise_id bigint, first_version integer, last_version integer, is_present boolean)
language sql stable as $$
    select 'parcel', v.parcel_id, v.parcel_id, null::bigint, min(v.version), max(v.version), bool_or(v.is_present)
    from (
        select h.parcel_id, h.version, false as is_present from registry.parcel_history h where h.change_id = rows_of_change.change_id
        union all
        select p.id, p.version, true from registry.parcel p where p.change_id = rows_of_change.change_id
    ) v
    group by v.parcel_id
    union all
    select v.record_kind, v.record_id, max(v.parcel_id), max(v.enterprise_id), min(v.version), max(v.version), bool_or(v.is_present)
    from (
        select h.record_kind, h.record_id, h.parcel_id, h.enterprise_id, h.version, false as is_present
        from registry.record_history h where h.change_id = rows_of_change.change_id
        union all
        select r.record_kind, r.record_id, r.parcel_id, r.enterprise_id, r.version, true
        from registry.record r where r.change_id = rows_of_change.change_id
    ) v
    group by v.record_kind, v.record_id
$$;
comment on function registry.rows_of_change(bigint) is
    'The rows that a change wrote, with the versions it wrote and whether the last of them still stands. first_version 1: the change brought the row.';

create function registry.told_parcel(facts jsonb, boundary geometry, location geometry) returns jsonb language sql immutable as $$
    select facts
        - array['id', 'version', 'change_id', 'updated_at', 'boundary', 'location', 'shape_mercator', 'sort_code', 'sort_area',
                'status_rank', 'area_square_metres', 'source_record', 'on_hold']
        || jsonb_build_object(
            'boundary', case when boundary is not null then jsonb_build_object(
                'vertices', st_npoints(boundary), 'digest', md5(st_asbinary(boundary))) end,
            'location', jsonb_build_array(round(st_x(location)::numeric, 7), round(st_y(location)::numeric, 7)))
$$;
comment on function registry.told_parcel(jsonb, geometry, geometry) is
    'A version of a parcel as history tells it: without keys and derived columns, the boundary as its number of vertices and a digest.';

create function registry.told_version(record_kind text, record_id bigint, version integer) returns jsonb language sql stable as $$
    select registry.told_parcel(h.facts, h.boundary, h.location)
    from registry.parcel_history h
    where told_version.record_kind = 'parcel' and h.parcel_id = told_version.record_id and h.version = told_version.version
    union all
    select registry.told_parcel(to_jsonb(p), p.boundary, p.location)
    from registry.parcel p
    where told_version.record_kind = 'parcel' and p.id = told_version.record_id and p.version = told_version.version
    union all
    select h.facts - array['id', 'version', 'change_id']
    from registry.record_history h
    where h.record_kind = told_version.record_kind and h.record_id = told_version.record_id and h.version = told_version.version
    union all
    select r.facts - array['id', 'version', 'change_id']
    from registry.record r
    where r.record_kind = told_version.record_kind and r.record_id = told_version.record_id and r.version = told_version.version
    limit 1
$$;
comment on function registry.told_version(text, bigint, integer) is 'A version of a row as history tells it; null when there is none.';

create function registry.changes_since(undone bigint) returns setof bigint language plpgsql stable as $$
declare
    item record;
begin
    -- Whatever wrote a row after this change did.
    return query
        select p.change_id from registry.rows_of_change(undone) r
        join registry.parcel p on p.id = r.record_id and p.version > r.last_version
        where r.record_kind = 'parcel'
        union
        select h.change_id from registry.rows_of_change(undone) r
        join registry.parcel_history h on h.parcel_id = r.record_id and h.version > r.last_version
        where r.record_kind = 'parcel'
        union
        select s.change_id from registry.rows_of_change(undone) r
        join registry.record s on s.record_kind = r.record_kind and s.record_id = r.record_id and s.version > r.last_version
        union
        select h.change_id from registry.rows_of_change(undone) r
        join registry.record_history h on h.record_kind = r.record_kind and h.record_id = r.record_id and h.version > r.last_version;
    -- Whatever was recorded by another change about a row that this one brought: such a row cannot go alone.
    for item in
        select k.conrelid::regclass::text as by_table, a.attname as by_column, c.relname as to_kind,
               exists (select from pg_attribute w where w.attrelid = k.conrelid and w.attname = 'withdrawn') as can_be_withdrawn
        from pg_constraint k
        join pg_class c on c.oid = k.confrelid
        join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and cardinality(k.conkey) = 1
          and c.relname in (select r.record_kind from registry.rows_of_change(undone) r where r.first_version = 1)
          and (k.conrelid = 'registry.parcel'::regclass
               or k.conrelid in (select tgrelid from pg_trigger where tgfoid = 'registry.keep_record_history'::regproc))
    loop
        return query execute format(
            'select distinct t.change_id from %s t where t.%I in (
                 select r.record_id from registry.rows_of_change($1) r where r.record_kind = $2 and r.first_version = 1) and t.change_id <> $1 %s',
            item.by_table, item.by_column, case when item.can_be_withdrawn then 'and not t.withdrawn' else '' end)
            using undone, item.to_kind;
    end loop;
end $$;
comment on function registry.changes_since(bigint) is 'The later changes that were built on a change: they wrote its rows again, or refer to rows that it brought.';

create function registry.hold_rows_of_change(undone bigint) returns void language plpgsql as $$
declare
    kind text;
begin
    -- Two undos never judge each other half done.
    perform pg_advisory_xact_lock(hashtext('registry.undo'));
    for kind in select distinct r.record_kind from registry.rows_of_change(undone) r order by 1 loop
        execute format(
            'select 1 from registry.%I t where t.id in (select r.record_id from registry.rows_of_change($1) r where r.record_kind = $2) order by t.id for no key update', kind)
            using undone, kind;
    end loop;
end $$;
comment on function registry.hold_rows_of_change(bigint) is 'Locks the rows that a change wrote, so that nothing is built on it between being judged and being undone.';

create function registry.undo_rows(undone bigint, today date) returns void language plpgsql as $$
declare
    phase text;
    item record;
    columns text;
    former text;
begin
    insert into registry.undo (change_id, undo_change_id) values (undone, registry.current_change());
    -- A parcel that the change brought ends on its first day: it was never there.
    update registry.parcel p
    set ended_on = coalesce((select min(q.from_on) from registry.parcel_period q where q.parcel_id = p.id), p.status_since)
    from registry.rows_of_change(undone) r
    where r.record_kind = 'parcel' and r.first_version = 1 and p.id = r.record_id;

    select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
           string_agg(case when a.attname in ('boundary', 'location') then 'h.' else 'f.' end || quote_ident(a.attname), ', ' order by a.attnum)
    into columns, former
    from pg_attribute a
    where a.attrelid = 'registry.parcel'::regclass and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' and a.attidentity = ''
      and a.attname not in ('version', 'updated_at', 'change_id', 'shape_mercator');
    execute format(
        'update registry.parcel p set (%s) = row(%s)
         from registry.rows_of_change($1) r
         join registry.parcel_history h on h.parcel_id = r.record_id and h.version = r.first_version - 1
         cross join lateral jsonb_populate_record(null::registry.parcel, h.facts) f
         where r.record_kind = ''parcel'' and r.first_version > 1 and p.id = r.record_id', columns, former)
        using undone;

    -- First what goes, then what is put back, then what comes back, so that no two stand in one place in between.
    foreach phase in array array['goes', 'is put back', 'comes back'] loop
        for item in
            select distinct r.record_kind,
                   exists (select from pg_attribute w where w.attrelid = format('registry.%I', r.record_kind)::regclass and w.attname = 'withdrawn') as can_be_withdrawn
            from registry.rows_of_change(undone) r
            where r.record_kind <> 'parcel'
            order by 1
        loop
            if phase = 'goes' then
                execute format(
                    'update registry.%I t set %s from registry.rows_of_change($1) r
                     where r.record_kind = $2 and r.first_version = 1 and t.id = r.record_id',
                    item.record_kind, case when item.can_be_withdrawn then 'withdrawn = true' else format('ended_on = %L', today) end)
                    using undone, item.record_kind;
            end if;
            continue when not item.can_be_withdrawn and phase <> 'is put back';
            select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
                   string_agg(case
                       -- A geometry loses digits on its way through JSON; one that did not change keeps them.
                       when a.atttypid = 'geometry'::regtype then format('case when to_jsonb(t.%1$I) is not distinct from nullif(h.facts -> %1$L, ''null'') then t.%1$I else f.%1$I end', a.attname)
                       else 'f.' || quote_ident(a.attname) end, ', ' order by a.attnum)
            into columns, former
            from pg_attribute a
            where a.attrelid = format('registry.%I', item.record_kind)::regclass and a.attnum > 0 and not a.attisdropped
              and a.attgenerated = '' and a.attidentity = '' and a.attname not in ('version', 'change_id');
            execute format(
                'update registry.%1$I t set (%2$s) = row(%3$s)
                 from registry.rows_of_change($1) r
                 join registry.record_history h on h.record_kind = r.record_kind and h.record_id = r.record_id and h.version = r.first_version - 1
                 cross join lateral jsonb_populate_record(null::registry.%1$I, h.facts) f
                 where r.record_kind = $2 and r.first_version > 1 and t.id = r.record_id and %4$s',
                item.record_kind, columns, former,
                case when not item.can_be_withdrawn then 'true'
                     when phase = 'goes' then 'f.withdrawn and not t.withdrawn'
                     when phase = 'is put back' then 'f.withdrawn = t.withdrawn'
                     else 't.withdrawn and not f.withdrawn' end)
                using undone, item.record_kind;
        end loop;
    end loop;
end $$;
comment on function registry.undo_rows(bigint, date) is
    'Puts back every row that a change wrote to its former version, within the running change, and withdraws or ends those it brought. Whether it may is asked before.';
