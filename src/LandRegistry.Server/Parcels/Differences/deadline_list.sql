-- $1 to $16: the filter; $17 and $18 the days; $19 and $20 the days of the clock; $21 and $22 code and id of the row before, null at
-- the start; $23 rows at most. As difference_list.sql, with the days that the clock foresaw.
select d.parcel_id, p.code, p.name, st_x(p.location), st_y(p.location), d.sort_code,
       was.status, was.status_since, was.on_hold, was.zone_id, was.land_use_code, was.area_square_metres,
       became.status, became.status_since, became.on_hold, became.zone_id, became.land_use_code, became.area_square_metres,
       d.suspected_before, d.fee_before, d.recovery_before, d.suspected_after, d.fee_after, d.recovery_after
from (
    select *
    from registry.deadlines_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $17, $18, $19, $20) d
    where $21::text is null or (d.sort_code collate "C", d.parcel_id) > ($21, $22)
    order by d.sort_code collate "C", d.parcel_id
    limit $23
) d
join registry.parcel p on p.id = d.parcel_id
left join registry.parcel_period was on was.parcel_id = d.parcel_id and was.from_on <= $17 and was.to_on > $17
left join registry.parcel_period became on became.parcel_id = d.parcel_id and became.from_on <= $18 and became.to_on > $18
order by d.sort_code collate "C", d.parcel_id
