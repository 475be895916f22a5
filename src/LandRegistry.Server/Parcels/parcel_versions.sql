-- $1 parcel. Every version, oldest first, with the change that wrote it; boundaries are compared by their digest and area.
with versions as (
    select h.version, h.change_id, h.facts, h.boundary, h.location
    from registry.parcel_history h
    where h.parcel_id = $1
    union all
    select p.version, p.change_id, to_jsonb(f), p.boundary, p.location
    from registry.parcel p
    cross join lateral (select (p).*) f
    where p.id = $1
)
select c.id, c.recorded_at, c.actor, c.command, c.reason,
       (select m.effective_on from registry.parcel_status_mark m where m.parcel_id = $1 and m.change_id = c.id order by m.id desc limit 1),
       (v.facts
           - array['id', 'version', 'change_id', 'updated_at', 'boundary', 'location', 'shape_mercator', 'sort_code', 'sort_area',
                   'status_rank', 'area_square_metres', 'source_record', 'on_hold']
           || jsonb_build_object(
               'boundary', case when v.boundary is not null then jsonb_build_object(
                   'vertices', st_npoints(v.boundary), 'digest', md5(st_asbinary(v.boundary))) end,
               'location', jsonb_build_array(round(st_x(v.location)::numeric, 7), round(st_y(v.location)::numeric, 7))))::text
from versions v
join registry.change c on c.id = v.change_id
order by v.version
