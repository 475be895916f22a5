-- What rows come upon beside the register and each other. What was accepted before stays accepted.
create temp table import_accepted on commit drop as
select i.row_number, i.kind from registry.import_issue i where i.import_id = @import and i.found_in = 'match' and i.is_accepted;
delete from registry.import_issue i where i.import_id = @import and i.found_in = 'match';

-- Rows that are a parcel within the zones of whoever imports; of others nothing is told but that they are elsewhere.
create temp table import_in_sight on commit drop as
select c.row_number
from import_compared c
join registry.import i on i.id = @import
join registry.parcel p on p.id = c.parcel_id
where i.scope is null or p.zone_id = any (i.scope);

-- Rows that write a boundary: their neighbours among the rows. The first of two stands.
create temp table import_writing on commit drop as
select r.row_number, r.boundary
from import_ready r
left join import_compared c using (row_number)
where r.boundary is not null and (c.row_number is null or c.differences ?| array['boundary', 'ended_on']);
create index on import_writing using gist (boundary);
analyze import_writing;

insert into registry.import_issue (import_id, row_number, nth, found_in, column_name, value, kind, severity, text_zh, text_en, repair_zh, repair_en, patch, is_accepted)
select @import, f.row_number, 1000 + row_number() over (partition by f.row_number order by f.kind, f.value), 'match', '', f.value, f.kind, f.severity,
       f.zh, f.en, f.repair_zh, f.repair_en, f.patch, a.row_number is not null and f.patch is not null
from (
    select o.later as row_number, 'overlap-rows' as kind, 'refused' as severity, o.earlier::text as value,
           format('与第 %s 行重叠 %s 平方米，本行未导入。', o.earlier, round(o.area)) as zh,
           format('It overlaps row %s by %s m²; this row is refused.', o.earlier, round(o.area)) as en,
           '按原样导入' as repair_zh, 'Take it as it is' as repair_en, '{"kept": true}'::jsonb as patch
    from (
        select b.row_number as later, a.row_number as earlier, st_area(m.common) as area, m.common
        from import_writing a
        join import_writing b on a.boundary && b.boundary and a.row_number < b.row_number and (a.boundary = b.boundary or st_relate(a.boundary, b.boundary, '2********'))
        cross join lateral (
            select st_transform(st_collectionextract(st_intersection(a.boundary, b.boundary), 3), registry.metric_srid(b.boundary)) as common
        ) m
    ) o
    where not st_isempty(st_buffer(o.common, @tolerance / -2, 'join=mitre'))
    union all
    select o.row_number, 'overlap', 'refused', coalesce(o.name, ''),
           case when o.name is null then '与您权限区域以外的土地重叠，本行未导入。' else format('与宗地 %s 重叠 %s 平方米，本行未导入。', o.name, round(st_area(o.common))) end,
           case when o.name is null then 'It overlaps land outside your zones; the row is refused.' else format('It overlaps parcel %s by %s m²; the row is refused.', o.name, round(st_area(o.common))) end,
           '按原样导入', 'Take it as it is', '{"kept": true}'::jsonb
    from (
        select g.row_number, g.name, st_transform(g.common, registry.metric_srid(g.boundary)) as common
        from import_ground g
        join import_writing using (row_number)
        where not exists (select from import_found f where f.parcel_id = g.parcel_id)
    ) o
    where not st_isempty(st_buffer(o.common, @tolerance / -2, 'join=mitre'))
    union all
    select s.row_number, 'same-parcel', 'refused', coalesce(n.label, ''),
           case when n.label is null then format('与第 %s 行同为一宗已有土地，本行未导入。', s.first_row) else format('与第 %s 行同为宗地 %s，本行未导入。', s.first_row, n.label) end,
           case when n.label is null then format('Row %s is the same parcel; this row is refused.', s.first_row) else format('Row %s is parcel %s too; this row is refused.', s.first_row, n.label) end,
           null, null, null
    from (
        select f.row_number, f.parcel_id, first_value(f.row_number) over (partition by f.parcel_id order by array_position(array['chosen', 'source', 'code', 'credit_code', 'ground'], f.matched_by), f.row_number) as first_row
        from import_found f where f.parcel_id is not null
    ) s
    join registry.import i on i.id = @import
    left join lateral (
        select coalesce(p.code, p.name, p.id::text) as label from registry.parcel p where p.id = s.parcel_id and (i.scope is null or p.zone_id = any (i.scope))
    ) n on true
    where s.row_number <> s.first_row
    union all
    select d.row_number, 'duplicate', 'refused', d.code,
           format('宗地代码与第 %s 行重复，本行未导入。', d.first_row), format('The parcel code of row %s; this row is refused.', d.first_row), null, null, null
    from (select r.row_number, r.code, min(r.row_number) over (partition by r.code) as first_row from import_ready r where r.code is not null) d
    where d.row_number <> d.first_row
    union all
    select r.row_number, 'zone', 'refused', coalesce(r.zone_code, ''),
           case when r.zone_code is null then '不在任何已登记区域的范围内，也未写明区域，本行未导入。' else format('没有代码或名称为“%s”的区域，本行未导入。', r.zone_code) end,
           case when r.zone_code is null then 'It lies in no zone whose extent is known, and names none; the row is refused.' else format('There is no zone with the code or name "%s"; the row is refused.', r.zone_code) end,
           null, null, null
    from import_ready r
    join import_zone z using (row_number)
    left join import_compared c using (row_number)
    where z.zone_id is null and z.zone_code is null and c.row_number is null and (r.zone_code is not null or r.boundary is not null or r.location is not null)
    union all
    -- The outline has few corners; what lies beyond it is asked of the extent itself.
    select r.row_number, 'outside', 'warning', '',
           format('位于所属区域“%s”的范围之外（相距约 %s 公里），请核对坐标与区域；照录。', w.name_zh, round((m.metres / 1000)::numeric, 1)),
           format('It lies outside its zone, %s, by about %s km; look at its coordinates and its zone. Kept as written.', w.name_en, round((m.metres / 1000)::numeric, 1)),
           null, null, null
    from import_ready r
    join import_zone z using (row_number)
    join registry.zone_outline o on o.zone_id = z.zone_id
    join registry.zone w on w.id = z.zone_id
    cross join lateral (select coalesce(r.boundary, r.location) as ground) g
    cross join lateral (select case when g.ground is not null and not st_intersects(o.outline, g.ground) and not st_intersects(w.extent, g.ground)
                                    then st_distancesphere(st_setsrid(o.outline, 4326), st_setsrid(g.ground, 4326)) end as metres) m
    where m.metres is not null and r.zone_code is not null
    union all
    select r.row_number, 'zone', 'refused', coalesce(r.zone_code, ''), '所属区域不在您的导入权限之内，本行未导入。', 'It lies in a zone for which you may not import; the row is refused.', null, null, null
    from import_ready r
    join import_zone z using (row_number)
    join registry.import i on i.id = @import and i.scope is not null
    left join import_compared c using (row_number)
    left join registry.parcel p on p.id = c.parcel_id
    where not coalesce(p.zone_id, z.zone_id, 0) = any (i.scope) or (z.zone_id is not null and not z.zone_id = any (i.scope) and c.is_own)
    union all
    select r.row_number, 'place', 'refused', '',
           '没有图形或坐标，也未匹配到已有宗地，本行未导入。', 'It has neither shape nor coordinates and is no parcel that stands; the row is refused.',
           case when w.extent is not null then '以所属区域的中心为估计位置导入' end, case when w.extent is not null then 'Place it in the middle of its zone, marked as estimated' end,
           case when w.extent is not null then '{"placed": true}'::jsonb end
    from import_ready r
    join import_zone z using (row_number)
    left join registry.zone w on w.id = z.zone_id
    left join import_compared c using (row_number)
    where r.boundary is null and r.location is null and c.row_number is null
    union all
    select c.row_number, 'conflict', 'refused', '',
           case when c.is_ended then '该地块在登记库中已终止（分割、合并等），本行未导入，请人工核对。'
                else '该地块导入后已在登记库中修改，来源也有变化；为不覆盖人工修改，本行未导入，请人工核对。' end,
           case when c.is_ended then 'The parcel has ended in the register (split or merged); the row is refused. Compare the two by hand.'
                else 'The parcel was edited in the register after its import, and the source changed too; the edit stands, this row is refused. Compare the two by hand.' end,
           case when not c.is_ended then '以文件为准更新' end, case when not c.is_ended then 'Let the file overwrite it' end, case when not c.is_ended then '{"kept": true}'::jsonb end
    from import_compared c
    join import_in_sight v using (row_number)
    where (c.is_ended and not c.is_undone) or (c.is_edited and not coalesce(c.is_same_record, false))
    union all
    select c.row_number, 'status', 'notice', coalesce(r.facts ->> 'status', ''),
           format('状态与登记库（%s）不同；导入不改变已有宗地的状态。', c.status), format('The status is not that of the register (%s); an import moves no status of a parcel that stands.', c.status),
           null, null, null
    from import_compared c join import_ready r using (row_number) join import_in_sight v using (row_number)
    where c.keeps_status
    union all
    select r.row_number, 'county', 'warning', r.code,
           format('宗地代码的县 %s 与所属区域的县 %s 不一致；照录。', left(r.code, 6), w.county_code), format('The county of the parcel code, %s, is not that of its zone, %s; kept as written.', left(r.code, 6), w.county_code),
           null, null, null
    from import_ready r join import_zone z using (row_number) join registry.zone w on w.id = z.zone_id
    where r.code is not null and w.county_code is not null and left(r.code, 6) <> w.county_code
) f
left join import_accepted a on a.row_number = f.row_number and a.kind = f.kind;
