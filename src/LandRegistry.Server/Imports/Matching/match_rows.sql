-- Rows that may go into the register, with what accepted repairs make of them.
create temp table import_ready on commit drop as
select r.row_number, r.source_id, coalesce(r.patch ->> 'code', r.code) as code, r.credit_code, r.zone_code, r.source_record,
       r.facts || coalesce(r.patch - array['mended', 'kept', 'placed'], '{}') as facts,
       coalesce(r.patch ? 'placed', false) as is_placed,
       case when r.patch ? 'mended' then r.mended else r.boundary end as boundary,
       r.location, r.is_estimated, r.is_chosen, r.chosen_id
from registry.import_row r
where r.import_id = @import and not r.is_excluded and not r.is_refused;
alter table import_ready add primary key (row_number);
analyze import_ready;

-- By keys: its own source, then the parcel code; what somebody chose goes before all.
create temp table import_found on commit drop as
select distinct on (f.row_number) f.row_number, f.parcel_id, f.matched_by, f.share
from (
    select r.row_number, r.chosen_id as parcel_id, 'chosen' as matched_by, 0 as rank, null::double precision as share
    from import_ready r where r.is_chosen
    union all
    select r.row_number, p.id, 'source', 1, null
    from import_ready r join registry.parcel p on p.source = @source and p.source_id = r.source_id
    where not r.is_chosen
    union all
    select r.row_number, p.id, 'code', 2, null
    from import_ready r join registry.parcel p on p.code = r.code and p.ended_on is null
    where not r.is_chosen
    union all
    -- A ledger without places: the one parcel that the holder holds, when the file has the holder once.
    select r.row_number, min(o.parcel_id), 'credit_code', 3, null
    from import_ready r
    join registry.enterprise e on e.credit_code = r.credit_code and e.ended_on is null
    join registry.occupancy o on o.enterprise_id = e.id and o.role = 'holder' and o.to_on is null and not o.withdrawn
    join registry.parcel p on p.id = o.parcel_id and p.ended_on is null
    where not r.is_chosen and r.code is null and r.boundary is null and r.location is null
      and (select count(*) from import_ready t where t.credit_code = r.credit_code) = 1
    group by r.row_number
    having count(distinct o.parcel_id) = 1
) f
order by f.row_number, f.rank;
create index on import_found (row_number);
analyze import_found;

-- What is not surveyed shares no ground, and has no code more often than not: the very point of one parcel under the same name is that parcel.
insert into import_found (row_number, parcel_id, matched_by)
select r.row_number, min(p.id), 'place'
from import_ready r
-- Whether it still stands is asked outside: within, a planner that knows little of a register that has just grown reads all that stand, for each row.
cross join lateral (
    select p.id, p.ended_on
    from (select st_expand(st_transform(st_setsrid(case when abs(st_y(r.location)) <= 85 then r.location end, 4326), 3857), 0.01) as box) b
    join registry.parcel p on p.shape_mercator && b.box and st_dwithin(p.location, r.location, 1e-8)
        and p.name is not distinct from r.facts ->> 'name' and (p.code is null or r.code is null)
    offset 0
) p
where not r.is_chosen and r.boundary is null and r.location is not null and p.ended_on is null and not exists (select from import_found f where f.row_number = r.row_number)
group by r.row_number
having count(*) = 1;

-- Ground in common with standing parcels: of rows that no key found, and of rows whose boundary is not that of their parcel.
create temp table import_ground on commit drop as
select g.row_number, g.parcel_id, g.name, g.is_found, case when g.is_same then g.boundary else st_collectionextract(st_intersection(g.standing, g.boundary), 3) end as common,
       g.boundary
from (
    -- Land outside the zones of whoever imports has no name for them.
    select r.row_number, p.id as parcel_id,
           case when i.scope is null or p.zone_id = any (i.scope) then coalesce(p.code, p.name, p.id::text) end as name, f.row_number is not null as is_found,
           p.boundary = r.boundary as is_same, p.boundary as standing, r.boundary
    from import_ready r
    join registry.import i on i.id = @import
    left join import_found f using (row_number)
    left join registry.parcel own on own.id = f.parcel_id
    join registry.parcel p on p.boundary && r.boundary and p.ended_on is null and p.id is distinct from f.parcel_id
    where r.boundary is not null and (own.boundary is null or not registry.same_ground(own.boundary, r.boundary))
      and (p.boundary = r.boundary or st_relate(p.boundary, r.boundary, '2********'))
) g;

-- More than a tenth in common with one parcel: likely that parcel, whose id and first day stay.
insert into import_found (row_number, parcel_id, matched_by, share)
select distinct on (g.row_number) g.row_number, g.parcel_id, 'ground', st_area(g.common) / st_area(g.boundary)
from import_ground g
where not g.is_found and st_area(g.common) > @share * st_area(g.boundary)
order by g.row_number, st_area(g.common) desc, g.parcel_id;
analyze import_found;

-- A zone that rows name is looked for once.
create temp table import_zone on commit drop as
with told as materialized (
    select t.zone_code, named.id, made.code
    from (select distinct r.zone_code from import_ready r where r.zone_code is not null) t
    left join lateral (
        select z.id from registry.zone z where z.code = t.zone_code or ((z.name_zh = t.zone_code or z.name_en = t.zone_code) and not exists (select from registry.zone c where c.code = t.zone_code))
        order by z.id limit 1
    ) named on true
    left join lateral (
        select m.code from jsonb_to_recordset(coalesce((select i.zones from registry.import i where i.id = @import), '[]')) as m (code text) where m.code = t.zone_code
    ) made on named.id is null
)
select r.row_number, z.id as zone_id, case when z.id is null then told.code end as zone_code
from import_ready r
left join told on told.zone_code = r.zone_code
left join lateral (
    select z.id from registry.zone z
    where z.extent && coalesce(r.boundary, r.location) and st_intersects(z.extent, case when r.boundary is null then r.location else st_pointonsurface(r.boundary) end)
    order by st_area(z.extent), z.id limit 1
) around on r.zone_code is null and coalesce(r.boundary, r.location) is not null
left join registry.zone z on z.id = coalesce(told.id, around.id);
create index on import_zone (row_number);
analyze import_zone;

-- What changes of a parcel that stands. A file of another source does not empty what the register knows, and moves no status.
create temp table import_compared on commit drop as
select r.row_number, f.parcel_id, f.matched_by, f.share, p.version,
       p.ended_on is not null as is_ended,
       c.command = 'UndoChange' as is_undone,
       m.is_own and c.command not in ('ImportRegister', 'UndoChange') as is_edited,
       p.source_record = r.source_record as is_same_record,
       m.is_own,
       not m.is_own and r.facts ->> 'status' <> p.status as keeps_status,
       p.status,
       nullif(
           coalesce(fields.differing, '{}')
           || case when r.boundary is not null and (p.boundary is null or not registry.same_ground(p.boundary, r.boundary))
                   then jsonb_build_object('boundary', jsonb_build_object('before', round(p.measured_area_square_metres), 'after', null)) else '{}' end
           || case when r.boundary is null and r.location is not null and p.boundary is null
                        and (not st_dwithin(p.location, r.location, 1e-8) or (m.is_own and p.location_is_estimated <> r.is_estimated))
                   then jsonb_build_object('location', jsonb_build_object(
                       'before', jsonb_build_array(round(st_x(p.location)::numeric, 7), round(st_y(p.location)::numeric, 7)),
                       'after', jsonb_build_array(round(st_x(r.location)::numeric, 7), round(st_y(r.location)::numeric, 7)))) else '{}' end
           || case when m.is_own and coalesce(z.zone_id, 0) <> p.zone_id and (z.zone_id is not null or z.zone_code is not null)
                   then jsonb_build_object('zone', jsonb_build_object(
                       'before', (select w.code from registry.zone w where w.id = p.zone_id),
                       'after', coalesce((select w.code from registry.zone w where w.id = z.zone_id), z.zone_code))) else '{}' end
           || case when m.is_own and p.source_record is distinct from r.source_record
                   then jsonb_build_object('source_record', jsonb_build_object('before', null, 'after', null)) else '{}' end
           || case when p.ended_on is not null then jsonb_build_object('ended_on', jsonb_build_object('before', p.ended_on, 'after', null)) else '{}' end
           || case when coalesce(r.facts ->> 'holder_name', r.credit_code) is not null and not exists (
                   select from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
                   where o.parcel_id = p.id and o.role = 'holder' and o.to_on is null and not o.withdrawn
                     and case when r.credit_code is not null and e.credit_code is not null then e.credit_code = r.credit_code else e.name = r.facts ->> 'holder_name' end)
                   and r.facts ->> 'holder_name' is not null
                   then jsonb_build_object('holder_name', jsonb_build_object(
                       'before', (select string_agg(e.name, '、' order by e.name) from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
                                  where o.parcel_id = p.id and o.role = 'holder' and o.to_on is null and not o.withdrawn),
                       'after', concat_ws('、', (select string_agg(e.name, '、' order by e.name) from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
                                  where o.parcel_id = p.id and o.role = 'holder' and o.to_on is null and not o.withdrawn), r.facts ->> 'holder_name'))) else '{}' end
           || case when w.agreed is not null and not exists (
                   select from registry.contract k where k.parcel_id = p.id and not k.withdrawn
                     and (k.number = r.facts ->> 'contract_number' or to_jsonb(k) @> (w.agreed - 'number')))
                   then jsonb_build_object('contract', jsonb_build_object('before', null, 'after', w.agreed)) else '{}' end,
           '{}') as differences
from import_ready r
join import_found f using (row_number)
join registry.parcel p on p.id = f.parcel_id
join registry.change c on c.id = p.change_id
left join import_zone z using (row_number)
cross join lateral (select p.source = @source and p.source_id is not distinct from r.source_id and r.source_id is not null as is_own) m
cross join lateral (
    select nullif(jsonb_strip_nulls(jsonb_build_object(
        'number', r.facts -> 'contract_number', 'signed_on', r.facts -> 'signed_on', 'agreed_delivery_on', r.facts -> 'agreed_delivery_on',
        'agreed_commencement_on', r.facts -> 'agreed_commencement_on', 'agreed_completion_on', r.facts -> 'agreed_completion_on',
        'price_yuan', r.facts -> 'price_yuan')), '{}') as agreed
) w
left join lateral (
    select jsonb_object_agg(said.key, jsonb_build_object('before', stands.value, 'after', said.value)) as differing
    from jsonb_each(r.facts) said
    join jsonb_each(jsonb_build_object(
        'code', p.code, 'name', p.name, 'address', p.address, 'county_code', p.county_code, 'stated_area_square_metres', p.stated_area_square_metres,
        'land_use_code', p.land_use_code, 'right_type', p.right_type, 'ownership', p.ownership, 'idle_kind', p.idle_kind, 'idle_cause', p.idle_cause,
        'last_checked_on', p.last_checked_on, 'last_checked_by', p.last_checked_by, 'remarks', p.remarks,
        'source_updated_on', case when m.is_own then p.source_updated_on end, 'status', p.status)) stands using (key)
    where said.value <> stands.value
      and (m.is_own or (said.value <> 'null' and said.key not in ('status', 'source_updated_on')))
) fields on true;
create index on import_compared (row_number);
analyze import_compared;
