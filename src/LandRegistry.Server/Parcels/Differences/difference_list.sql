-- $1 to $11: the filter; $12 and $13 the days; $14 kind; $15 and $16 code and id of the row before, null at the start; $17 rows
-- at most. What each parcel was on both days, whether or not the filter matched it then.
select d.parcel_id, p.code, p.name, st_x(p.location), st_y(p.location), d.sort_code,
       was.status, was.status_since, was.on_hold, was.zone_id, was.land_use_code, was.area_square_metres,
       became.status, became.status_since, became.on_hold, became.zone_id, became.land_use_code, became.area_square_metres,
       null::date, null::date, null::date, null::date, null::date, null::date
from (
    select d.parcel_id, d.sort_code
    from registry.parcels_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) d
    where d.kind = $14 and ($15::text is null or (d.sort_code collate "C", d.parcel_id) > ($15, $16))
    order by d.sort_code collate "C", d.parcel_id
    limit $17
) d
join registry.parcel p on p.id = d.parcel_id
left join registry.parcel_period was on was.parcel_id = d.parcel_id and was.from_on <= $12 and was.to_on > $12
left join registry.parcel_period became on became.parcel_id = d.parcel_id and became.from_on <= $13 and became.to_on > $13
order by d.sort_code collate "C", d.parcel_id
