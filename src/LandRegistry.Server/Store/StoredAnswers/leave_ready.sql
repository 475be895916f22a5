-- $1 parcel, $2 the day from which it is in the reserve again
update registry.parcel set status = 'reserved', status_since = $2 where id = $1 and status = 'ready'
