insert into registry.parcel (id, code, name, address, zone_id, county_code, boundary, location, location_is_estimated, stated_area_square_metres,
    land_use_code, land_use_system, right_type, ownership, status, status_since, idle_kind, idle_cause, last_checked_on, last_checked_by,
    remarks, source, source_id, source_updated_on, source_record)
overriding system value
select l.parcel_id, l.code, l.facts ->> 'name', l.facts ->> 'address', l.zone_id,
       coalesce(l.facts ->> 'county_code', left(l.code, 6), z.county_code),
       l.boundary, l.location, l.boundary is null and l.is_estimated, (l.facts ->> 'stated_area_square_metres')::numeric,
       l.facts ->> 'land_use_code', case when l.facts ->> 'land_use_code' is not null then 'GB/T 21010-2017' end,
       l.facts ->> 'right_type', l.facts ->> 'ownership', coalesce(l.facts ->> 'status', l.facts ->> 'first_status'), (l.facts ->> 'status_since')::date,
       l.facts ->> 'idle_kind', l.facts ->> 'idle_cause', (l.facts ->> 'last_checked_on')::date, l.facts ->> 'last_checked_by',
       l.facts ->> 'remarks', @source, l.source_id, (l.facts ->> 'source_updated_on')::date, l.source_record
from import_landing l
join registry.zone z on z.id = l.zone_id
where l.effect = 'new'
order by l.parcel_id
