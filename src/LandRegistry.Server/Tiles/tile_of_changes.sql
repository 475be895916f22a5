-- $1 to $11: the filter; $12 zoom, $13 column, $14 row; $15 and $16 the days. The parcels of the tile, by the place where they lie
-- now, of which the filter matches another set on the two days or with another status.
select st_asmvt(t, 'changes', 4096, 'shape', 'id')
from (
    select p.id,
           case when was.parcel_id is null then 'entered' when became.parcel_id is null then 'left' else 'status' end as kind,
           was.status as before, became.status as after,
           st_asmvtgeom(p.shape_mercator, st_tileenvelope($12, $13, $14), 4096, 64, true) as shape
    from registry.parcel p
    left join registry.periods_matching($1, $2, $3, $4, $5, $6, $7, $8, $15, $9, $10, $11) was on was.parcel_id = p.id
    left join registry.periods_matching($1, $2, $3, $4, $5, $6, $7, $8, $16, $9, $10, $11) became on became.parcel_id = p.id
    where p.shape_mercator && st_tileenvelope($12, $13, $14, margin => 64.0 / 4096)
      and ((was.parcel_id is null) <> (became.parcel_id is null) or was.status <> became.status)
) t
