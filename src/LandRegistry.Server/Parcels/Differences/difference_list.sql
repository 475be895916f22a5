-- $1 to $16: the filter; $17 and $18 the days; $19 and $20 those of what the filter asks of answers; $21 kind; $22 and $23 code and id of the row before, null at the start; $24 rows
-- at most. What each parcel was on both days, whether or not the filter matched it then.
select d.parcel_id, p.code, p.name, st_x(p.location), st_y(p.location), d.sort_code,
       was.status, was.status_since, was.on_hold, was.zone_id, was.land_use_code, was.area_square_metres,
       became.status, became.status_since, became.on_hold, became.zone_id, became.land_use_code, became.area_square_metres,
       null::date, null::date, null::date, null::date, null::date, null::date
from (
    select d.parcel_id, d.sort_code
    from registry.parcels_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $17, $18, $19, $20) d
    where d.kind = $21 and ($22::text is null or (d.sort_code collate "C", d.parcel_id) > ($22, $23))
    order by d.sort_code collate "C", d.parcel_id
    limit $24
) d
join registry.parcel p on p.id = d.parcel_id
left join registry.parcel_period was on was.parcel_id = d.parcel_id and was.from_on <= $17 and was.to_on > $17
left join registry.parcel_period became on became.parcel_id = d.parcel_id and became.from_on <= $18 and became.to_on > $18
order by d.sort_code collate "C", d.parcel_id
