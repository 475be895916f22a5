-- $1 name, $2 note, $3 parcels, $4 proposal, $5 the version that was seen
update registry.assembly set name = $1, note = $2, parcel_ids = $3 where id = $4 and version = $5 and not withdrawn returning id
