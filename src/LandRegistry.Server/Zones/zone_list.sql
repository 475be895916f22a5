-- $1 the zones that may be seen, null for all. The tree, parents before children, with the box of the extent or, where none is loaded, of the cells that hold parcels.
with recursive tree as (
    select id, array[code] as path from registry.zone where parent_id is null
    union all
    select z.id, t.path || z.code from registry.zone z join tree t on z.parent_id = t.id
), counts as (
    select zone_id, sum(parcel_count)::bigint as parcel_count
    from registry.parcel_tally
    group by zone_id
), below as (
    select a.id, st_extent(st_tileenvelope(16, c.cell_x, c.cell_y)) as cells
    from registry.zone a
    cross join lateral unnest(registry.zones_with_descendants(array[a.id])) as d (id)
    join registry.parcel_count_cell c on c.zone_id = d.id and c.parcel_count > 0
    where a.extent is null and ($1::bigint[] is null or a.id = any ($1))
    group by a.id
)
select z.id, z.parent_id, z.code, z.name_zh, z.name_en, z.kind, z.county_code, z.county_is_invented,
       case
           when z.extent is not null then array[st_xmin(z.extent), st_ymin(z.extent), st_xmax(z.extent), st_ymax(z.extent)]
           when b.cells is not null then array[st_xmin(w.box), st_ymin(w.box), st_xmax(w.box), st_ymax(w.box)]
       end,
       coalesce(c.parcel_count, 0), z.extent is not null, z.version
from tree t
join registry.zone z on z.id = t.id
left join counts c on c.zone_id = z.id
left join below b on b.id = z.id
left join lateral (select st_transform(st_setsrid(b.cells::geometry, 3857), 4326) as box) w on true
where $1::bigint[] is null or z.id = any ($1)
order by t.path
