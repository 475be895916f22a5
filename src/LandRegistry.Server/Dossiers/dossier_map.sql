-- $1 to $4: frame in metres; $5 its SRID; $6 the parcels of the dossier; $7 whether other parcels are drawn. Shapes in metres, cut at the frame.
with frame as (select st_makeenvelope($1, $2, $3, $4, $5) as metric),
framed as (select metric, st_transform(st_segmentize(metric, st_perimeter(metric) / 40), 4490) as ground, st_transform(metric, 3857) as mercator from frame)
select 'parcel', p.id, null, null, st_intersection(st_transform(coalesce(p.boundary, p.location), $5), f.metric)
from framed f
join registry.parcel p on p.shape_mercator && f.mercator and p.ended_on is null and ($7 or p.id = any ($6))
union all
select 'zone', z.id, z.name_zh, z.name_en, st_intersection(st_boundary(st_transform(z.extent, $5)), f.metric)
from framed f
join registry.zone z on st_intersects(st_boundary(z.extent), f.ground)
union all
(select 'context', l.place, x.label, l.colour, st_intersection(st_transform(st_makevalid(x.shape), $5), f.metric)
 from framed f
 join registry.context_feature x on x.shape && f.mercator
 join registry.context_layer l on l.id = x.layer_id and not l.withdrawn
 order by l.place desc, x.ordinal
 limit 3000)
