-- Read from the end of an index: as fast in a large register as in a small one.
select q.from_on from registry.parcel_period q where q.from_on > '-infinity' order by q.from_on limit 1
