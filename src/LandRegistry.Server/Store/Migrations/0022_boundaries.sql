-- Boundaries are drawn, split and merged. Ground is held while it is drawn on, so that two people cannot both be first; what
-- comes of a split or merge keeps the records of its parents and knows them.
create function registry.hold_ground(ground geometry) returns void language plpgsql as $$
declare
    columns integer := floor(st_xmax(ground) / 0.02) - floor(st_xmin(ground) / 0.02) + 1;
    rows integer := floor(st_ymax(ground) / 0.02) - floor(st_ymin(ground) / 0.02) + 1;
begin
    -- Ground of more than 400 cells is held by holding all, which whoever holds a cell shares.
    if columns::bigint * rows > 400 then
        perform pg_advisory_xact_lock(hashtext('registry.ground'));
        return;
    end if;
    perform pg_advisory_xact_lock_shared(hashtext('registry.ground'));
    perform pg_advisory_xact_lock(hashtext('registry.ground'), cell)
    from (
        select distinct hashtext(x || '/' || y) as cell
        from generate_series(floor(st_xmin(ground) / 0.02)::integer, floor(st_xmax(ground) / 0.02)::integer) as x,
             generate_series(floor(st_ymin(ground) / 0.02)::integer, floor(st_ymax(ground) / 0.02)::integer) as y
        order by 1
    ) cells;
end $$;
comment on function registry.hold_ground(geometry) is
    'Holds the cells (0.02 degrees) that a boundary (EPSG:4490) touches until the transaction ends. Whoever writes a boundary holds its ground before looking for neighbours.';

create function registry.metric_srid(ground geometry) returns integer language sql immutable parallel safe as $$
    select coalesce(registry.gauss_kruger_srid(st_x(st_centroid(ground))), _st_bestsrid(ground::geography))
$$;
comment on function registry.metric_srid(geometry) is
    'A projection in metres for ground in EPSG:4490: its 3-degree Gauss-Krueger zone, outside those the one that PostGIS holds best.';

create function registry.overlaps_of(ground geometry, besides bigint[], tolerance double precision)
returns table (parcel_id bigint, name text, area_square_metres double precision, place geometry) language sql stable as $$
    select o.id, coalesce(o.code, o.name, o.id::text), st_area(o.common), st_transform(o.common, 4490)
    from (
        select p.id, p.code, p.name,
               st_collectionextract(st_transform(st_intersection(p.boundary, ground), registry.metric_srid(ground)), 3) as common
        from registry.parcel p
        where p.ended_on is null and p.boundary && ground and p.id <> all (besides) and st_relate(p.boundary, ground, '2********')
    ) o
    -- A strip no wider than the tolerance vanishes when half of it is taken off either side.
    where not st_isempty(st_buffer(o.common, -tolerance / 2, 'join=mitre'))
    order by st_area(o.common) desc, o.id
$$;
comment on function registry.overlaps_of(geometry, bigint[], double precision) is
    'Standing parcels on whose ground a boundary (EPSG:4490, valid) lies by more than a tolerance in metres, with the ground in common; without those named besides.';

create table registry.parcel_lineage (
    id        bigint generated always as identity,
    parcel_id bigint not null,
    parent_id bigint not null,
    kind      text not null,
    on_day    date not null,
    withdrawn boolean not null default false,
    version   integer not null default 1,
    change_id bigint not null,
    constraint parcel_lineage_pk primary key (id),
    constraint parcel_lineage_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint parcel_lineage_parent_fk foreign key (parent_id) references registry.parcel (id),
    constraint parcel_lineage_change_fk foreign key (change_id) references registry.change (id),
    constraint parcel_lineage_kind_known check (kind in ('split', 'merge')),
    constraint parcel_lineage_not_its_own_parent check (parcel_id <> parent_id)
);
comment on table registry.parcel_lineage is 'Which parcel came of which (宗地沿革): the parent ended when its descendants began.';
comment on column registry.parcel_lineage.id is 'Key, in order of recording.';
comment on column registry.parcel_lineage.parcel_id is 'The descendant.';
comment on column registry.parcel_lineage.parent_id is 'The parcel it came of.';
comment on column registry.parcel_lineage.kind is 'split or merge.';
comment on column registry.parcel_lineage.on_day is 'First day of the descendant; the parent was there until the day before.';
comment on column registry.parcel_lineage.withdrawn is 'True when the split or merge was undone; it then counts for nothing and stays in the history.';
comment on column registry.parcel_lineage.version is 'Row version, grows with each update.';
comment on column registry.parcel_lineage.change_id is 'The change that wrote this version.';
create index parcel_lineage_parcel_ix on registry.parcel_lineage (parcel_id) where not withdrawn;
create index parcel_lineage_parent_ix on registry.parcel_lineage (parent_id) where not withdrawn;
call registry.keep_records_of('parcel_lineage');

create function registry.inherit_records(parent bigint, heirs bigint[], shares double precision[]) returns void language plpgsql as $$
declare
    kind text;
    columns text;
    taken text;
begin
    foreach kind in array array['contract', 'encumbrance', 'occupancy', 'land_fact', 'progress_report', 'stoppage', 'infrastructure', 'money_line', 'supply_conditions'] loop
        -- Money and areas are divided by ground, summed up before they are rounded, so that the parts make the whole; all else holds of every heir.
        select string_agg(quote_ident(a.attname), ', ' order by a.attnum),
               string_agg(case
                   when a.attname = 'parcel_id' then 'h.id'
                   when a.attname = 'source' then 'concat_ws(''; '', t.source, $4)'
                   when a.attname in ('price_yuan', 'developable_area_square_metres', 'total_investment_yuan', 'developed_area_square_metres', 'invested_yuan', 'amount_yuan')
                       then format('round(t.%1$I * h.upto::numeric, 2) - round(t.%1$I * h.past::numeric, 2)', a.attname)
                   else 't.' || quote_ident(a.attname) end, ', ' order by a.attnum)
        into columns, taken
        from pg_attribute a
        where a.attrelid = format('registry.%I', kind)::regclass and a.attnum > 0 and not a.attisdropped
          and a.attgenerated = '' and a.attidentity = '' and a.attname not in ('version', 'change_id', 'withdrawn');
        execute format(
            'insert into registry.%1$I (%2$s)
             select %3$s
             from registry.%1$I t
             cross join (
                 select s.id, s.upto, coalesce(lag(s.upto) over (order by s.nth), 0) as past
                 from (
                     select u.id, u.nth, case when u.nth = cardinality($2) then 1 else sum(u.share) over (order by u.nth) end as upto
                     from unnest($2, $3) with ordinality as u (id, share, nth)
                 ) s
             ) h
             where t.parcel_id = $1 and not t.withdrawn
             order by t.id, h.id', kind, columns, taken)
            using parent, heirs, shares, (select '承自 inherited from ' || coalesce(p.code, p.name, '#' || p.id) from registry.parcel p where p.id = parent);
    end loop;
end $$;
comment on function registry.inherit_records(bigint, bigint[], double precision[]) is
    'Gives the standing records of a parcel to its heirs, within the running change: shares of its ground (sum 1) divide money and areas; rights, burdens, dates hold of each. Papers, inspections and cases stay with the parent.';

create index parcel_ended_code_ix on registry.parcel (sort_code) where ended_on is not null;

create function registry.next_parcel_codes(sample text, how_many integer) returns text[] language plpgsql as $$
declare
    series text := left(sample, 14);
    last integer;
begin
    perform pg_advisory_xact_lock(hashtext('registry.parcel_code'), hashtext(series));
    select greatest(
        (select right(p.sort_code, 5)::integer from registry.parcel p
         where p.ended_on is null and p.sort_code >= series and p.sort_code < series || ':' order by p.sort_code desc limit 1),
        (select right(p.sort_code, 5)::integer from registry.parcel p
         where p.ended_on is not null and p.sort_code >= series and p.sort_code < series || ':' order by p.sort_code desc limit 1),
        0) into last;
    -- Serial numbers are never given twice, and there are 99999 in a series.
    if last + how_many > 99999 then
        return null;
    end if;
    return array(select series || lpad((last + n)::text, 5, '0') from generate_series(1, how_many) n);
end $$;
comment on function registry.next_parcel_codes(text, integer) is
    'The next serial numbers of the series (county, district, sub-district, ownership and kind) that a parcel code belongs to; held until the transaction ends. Null when the series is full.';

create function registry.ground_conflicts_of(undone bigint, tolerance double precision) returns setof text language sql stable as $$
    select distinct o.name
    from registry.rows_of_change(undone) r
    join registry.parcel p on p.id = r.record_id
    cross join lateral registry.overlaps_of(p.boundary, array[p.id], tolerance) o
    where r.record_kind = 'parcel' and p.ended_on is null and p.boundary is not null
      and exists (
          select from registry.parcel_history h
          where h.parcel_id = p.id and h.version = p.version - 1
            and (h.boundary is distinct from p.boundary or h.facts ->> 'ended_on' is not null))
      -- Who lay there already before the undone change was met then too.
      and not exists (
          select from (
              select n.boundary, n.change_id, null::bigint as ended_by, n.ended_on is not null as is_ended from registry.parcel n where n.id = o.parcel_id
              union all
              select h.boundary, h.change_id, h.ended_by_change_id, h.facts ->> 'ended_on' is not null from registry.parcel_history h where h.parcel_id = o.parcel_id
          ) v
          join registry.parcel n on n.id = o.parcel_id
          where v.change_id < undone and coalesce(v.ended_by, undone) >= undone and not v.is_ended and v.boundary = n.boundary)
    order by 1
$$;
comment on function registry.ground_conflicts_of(bigint, double precision) is
    'Standing parcels drawn since on whose ground those lie that the undoing of a change has just put back; asked within the transaction of the undo.';

create function registry.hold_ground_of_change(undone bigint) returns void language sql as $$
    select registry.hold_ground(st_setsrid(st_extent(g.boundary)::geometry, 4490))
    from (
        select p.boundary from registry.rows_of_change(undone) r join registry.parcel p on p.id = r.record_id where r.record_kind = 'parcel'
        union all
        select h.boundary from registry.rows_of_change(undone) r
        join registry.parcel_history h on h.parcel_id = r.record_id and h.version = r.first_version - 1 where r.record_kind = 'parcel'
    ) g
    having st_extent(g.boundary) is not null
$$;
comment on function registry.hold_ground_of_change(bigint) is 'Holds the ground of the parcels that a change wrote, as they are and as they were before it.';

call registry.gather_records();
