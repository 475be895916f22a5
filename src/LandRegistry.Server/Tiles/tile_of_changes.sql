-- $1 to $16: the filter; $17 zoom, $18 column, $19 row; $20 and $21 the days; $22 and $23 those of what the filter asks of answers. The parcels of the tile, by the place where they lie
-- now, of which the filter matches another set on the two days or with another status.
select st_asmvt(t, 'changes', 4096, 'shape', 'id')
from (
    select p.id,
           case when was.parcel_id is null then 'entered' when became.parcel_id is null then 'left' else 'status' end as kind,
           was.status as before, became.status as after,
           st_asmvtgeom(p.shape_mercator, st_tileenvelope($17, $18, $19), 4096, 64, true) as shape
    from registry.parcel p
    left join registry.periods_matching($1, $2, $3, $4, $5, $6, $7, $8, $20, $9, $10, $11, $12, $13, $14, $15, $22) was on was.parcel_id = p.id
    left join registry.periods_matching($1, $2, $3, $4, $5, $6, $7, $8, $21, $9, $10, $11, $12, $13, $14, $15, $23) became on became.parcel_id = p.id
    where p.shape_mercator && st_tileenvelope($17, $18, $19, margin => 64.0 / 4096)
      and ((was.parcel_id is null) <> (became.parcel_id is null) or was.status <> became.status)
) t
