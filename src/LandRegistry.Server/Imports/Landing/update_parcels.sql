-- Only what differs is written. A status that stays keeps its day: a source that only touched the row has not moved the parcel.
update registry.parcel p
set code = case when d ? 'code' then l.code else p.code end,
    name = case when d ? 'name' then l.facts ->> 'name' else p.name end,
    address = case when d ? 'address' then l.facts ->> 'address' else p.address end,
    zone_id = case when d ? 'zone' then l.zone_id else p.zone_id end,
    county_code = case when d ? 'county_code' then l.facts ->> 'county_code' else p.county_code end,
    boundary = case when d ? 'boundary' then l.boundary else p.boundary end,
    location = case when d ? 'location' then l.location when d ? 'boundary' then st_pointonsurface(l.boundary) else p.location end,
    location_is_estimated = case when d ? 'location' then l.is_estimated when d ? 'boundary' then false else p.location_is_estimated end,
    stated_area_square_metres = case when d ? 'stated_area_square_metres' then (l.facts ->> 'stated_area_square_metres')::numeric else p.stated_area_square_metres end,
    land_use_code = case when d ? 'land_use_code' then l.facts ->> 'land_use_code' else p.land_use_code end,
    land_use_system = case when not d ? 'land_use_code' then p.land_use_system when l.facts ->> 'land_use_code' is not null then 'GB/T 21010-2017' end,
    right_type = case when d ? 'right_type' then l.facts ->> 'right_type' else p.right_type end,
    ownership = case when d ? 'ownership' then l.facts ->> 'ownership' else p.ownership end,
    status = case when d ? 'status' then l.facts ->> 'status' else p.status end,
    status_since = case when d ? 'status' then (l.facts ->> 'status_since')::date else p.status_since end,
    idle_kind = case when d ? 'idle_kind' then l.facts ->> 'idle_kind' else p.idle_kind end,
    idle_cause = case when d ? 'idle_cause' then l.facts ->> 'idle_cause' else p.idle_cause end,
    last_checked_on = case when d ? 'last_checked_on' then (l.facts ->> 'last_checked_on')::date else p.last_checked_on end,
    last_checked_by = case when d ? 'last_checked_by' then l.facts ->> 'last_checked_by' else p.last_checked_by end,
    remarks = case when d ? 'remarks' then l.facts ->> 'remarks' else p.remarks end,
    source_updated_on = case when d ? 'source_updated_on' then (l.facts ->> 'source_updated_on')::date else p.source_updated_on end,
    source_record = case when d ? 'source_record' then l.source_record else p.source_record end,
    ended_on = case when d ? 'ended_on' then null else p.ended_on end
from import_landing l
cross join lateral (select l.differences as d) as differing
where l.effect = 'changed' and p.id = l.parcel_id and p.version = l.version
