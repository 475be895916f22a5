-- $1 the layer, $2 zoom, $3 column, $4 row. Shapes smaller than a pixel of the screen are left out, but for points.
select st_asmvt(t, 'layer', 4096, 'shape')
from (
    select f.label, st_asmvtgeom(f.shape, st_tileenvelope($2, $3, $4), 4096, 64, true) as shape
    from registry.context_feature f
    join registry.context_layer l on l.id = f.layer_id and not l.withdrawn
    where f.layer_id = $1
      and f.shape && st_tileenvelope($2, $3, $4, margin => 64.0 / 4096)
      and (st_dimension(f.shape) = 0 or greatest(st_xmax(f.shape) - st_xmin(f.shape), st_ymax(f.shape) - st_ymin(f.shape)) > 40075016.7 / 512 / (1 << $2))
    limit 20000
) t
