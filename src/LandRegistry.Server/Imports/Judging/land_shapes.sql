select st_asbinary(st_transform(st_setsrid(st_geomfromwkb(s.shape), @srid), 4326))
from unnest(@shapes) with ordinality as s (shape, nth)
order by s.nth
