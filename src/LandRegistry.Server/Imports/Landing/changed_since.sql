select (i.counts ->> 'rows')::integer <= @always or (select max(c.id) from registry.change c) is distinct from i.seen_change
from registry.import i
where i.id = @import
