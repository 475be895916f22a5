-- $1 parcel, $2 the zones that may be seen, null for all. Those it came of and those that came of it, standing or ended, nearest first.
with recursive up as (
    select l.parent_id as id, l.kind, l.on_day, l.change_id, 1 as generation
    from registry.parcel_lineage l where l.parcel_id = $1 and not l.withdrawn
    union all
    select l.parent_id, l.kind, l.on_day, l.change_id, u.generation + 1
    from registry.parcel_lineage l join up u on l.parcel_id = u.id where not l.withdrawn
), down as (
    select l.parcel_id as id, l.kind, l.on_day, l.change_id, 1 as generation
    from registry.parcel_lineage l where l.parent_id = $1 and not l.withdrawn
    union all
    select l.parcel_id, l.kind, l.on_day, l.change_id, d.generation + 1
    from registry.parcel_lineage l join down d on l.parent_id = d.id where not l.withdrawn
)
select r.is_ancestor, p.id, p.code, p.name, p.area_square_metres, r.kind, r.on_day, r.generation, p.ended_on, r.change_id
from (select true as is_ancestor, * from up union select false, * from down) r
join registry.parcel p on p.id = r.id
where $2::bigint[] is null or p.zone_id = any ($2)
order by r.generation, p.id
