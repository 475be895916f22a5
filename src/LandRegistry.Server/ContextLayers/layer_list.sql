select l.id, l.name, l.source, l.licence, l.colour, l.place, l.feature_count, l.west, l.south, l.east, l.north, l.version
from registry.context_layer l
where not l.withdrawn and ($1::bigint is null or l.id = $1)
order by l.place, l.id
