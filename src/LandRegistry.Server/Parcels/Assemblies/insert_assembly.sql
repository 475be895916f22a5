-- $1 name, $2 note, $3 parcels
insert into registry.assembly (name, note, parcel_ids, change_id) values ($1, $2, $3, 0) returning id
