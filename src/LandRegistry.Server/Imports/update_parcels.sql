-- A status that stays keeps its day: a source that only touched the row has not moved the parcel.
update registry.parcel p
set name = r.name,
    address = r.address,
    zone_id = z.id,
    location = e.place,
    location_is_estimated = e.estimated,
    stated_area_square_metres = r.stated_area,
    ownership = r.ownership,
    status = r.status,
    status_since = case when p.status = r.status then p.status_since else r.status_since end,
    remarks = r.remarks,
    source_updated_on = r.source_updated_on,
    source_record = r.source_record
from import_row r
join import_effect e using (row_number)
join registry.zone z on z.code = r.zone_code
where e.effect = 'updated' and p.id = e.parcel_id
