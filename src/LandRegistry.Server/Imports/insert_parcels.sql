insert into registry.parcel (name, address, zone_id, location, location_is_estimated, stated_area_square_metres, ownership,
    status, status_since, remarks, source, source_id, source_updated_on, source_record)
select r.name, r.address, z.id, e.place, e.estimated, r.stated_area, r.ownership,
       r.status, r.status_since, r.remarks, @source, r.source_id, r.source_updated_on, r.source_record
from import_row r
join import_effect e using (row_number)
join registry.zone z on z.code = r.zone_code
where e.effect = 'new'
order by r.row_number
