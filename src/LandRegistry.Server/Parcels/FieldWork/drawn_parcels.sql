-- $1 the return; $2 the zones the person may see, null for all. What was drawn, the smallest zone it lies in, and the parcel that it already is.
-- Where it lies in no extent that is known: the zone of the nearest parcel of the package, when of that zone no extent is known either.
select d.digest, d.name, d.address, d.status, d.status_on, d.remarks, d.checked_on, d.checked_by, nullif(btrim(d.note), ''), g.shape, coalesce(lies.id, near.id), coalesce(lies.name_zh, near.name_zh), coalesce(lies.name_en, near.name_en), t.id
from registry.field_return r
join registry.field_return_drawn d on d.return_id = r.id
cross join lateral (select coalesce(d.boundary::geometry, d.location) as shape, case when st_isvalid(d.boundary) then st_pointonsurface(d.boundary) else coalesce(d.location, st_centroid(d.boundary)) end as place) g
left join lateral (
    select z.id, z.name_zh, z.name_en from registry.zone z
    where z.extent && g.place and st_intersects(z.extent, g.place) and ($2::bigint[] is null or z.id = any ($2))
    order by st_area(z.extent), z.id limit 1
) lies on true
left join lateral (
    select z.id, z.name_zh, z.name_en, z.extent
    from registry.field_package_parcel x join registry.parcel p on p.id = x.parcel_id join registry.zone z on z.id = p.zone_id
    where x.package_id = r.package_id and ($2::bigint[] is null or z.id = any ($2))
    order by p.location <-> g.place, p.id limit 1
) near on lies.id is null and near.extent is null
left join lateral (
    select p.id from registry.parcel p
    where p.source = 'field' and p.ended_on is null and split_part(p.source_id, ':', 1) = r.package_id::text and split_part(p.source_id, ':', 2) = d.digest
    limit 1
) t on true
where r.id = $1
order by d.name, d.digest
