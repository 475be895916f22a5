-- $1 the zone, $2 the version that the caller saw.
update registry.zone z set extent = e.extent
from staged_extent e
where z.id = $1 and z.version = $2
