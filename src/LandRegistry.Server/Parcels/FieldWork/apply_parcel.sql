-- $1 parcel; $2 the fields that are taken from the field; $3 name, $4 address, $5 remarks, $6 day and $7 name of the last check, $8 boundary
update registry.parcel p
set name = case when 'name' = any ($2) then $3 else p.name end,
    address = case when 'address' = any ($2) then $4 else p.address end,
    remarks = case when 'remarks' = any ($2) then $5 else p.remarks end,
    last_checked_on = case when 'checkedOn' = any ($2) then $6::date else p.last_checked_on end,
    last_checked_by = case when 'checkedBy' = any ($2) then $7 else p.last_checked_by end,
    boundary = case when 'boundary' = any ($2) then $8::geometry else p.boundary end,
    location_is_estimated = p.location_is_estimated and not ('boundary' = any ($2))
where p.id = $1 and p.ended_on is null
