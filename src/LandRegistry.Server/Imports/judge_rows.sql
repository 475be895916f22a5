-- What each row that has a place does to the register. A parcel that somebody edited after its import keeps the edit:
-- the row is unchanged while the source is, and a conflict once the source changes too.
create temp table import_effect on commit drop as
select r.row_number, p.id as parcel_id, l.place, l.estimated,
       case
           when p.id is null then 'new'
           when p.source_record = r.source_record and (c.command <> 'ImportRegister' or (
                    p.location = l.place
                and p.location_is_estimated = l.estimated
                and z.code = r.zone_code
                and p.status = r.status
                and (p.name, p.address, p.stated_area_square_metres, p.ownership, p.remarks, p.source_updated_on)
                    is not distinct from (r.name, r.address, r.stated_area, r.ownership, r.remarks, r.source_updated_on)))
               then 'unchanged'
           when c.command <> 'ImportRegister' then 'conflict'
           else 'updated'
       end as effect
from import_row r
join (select row_number, estimated, st_setsrid(st_makepoint(longitude, latitude), 4490) as place from import_place) l using (row_number)
left join registry.parcel p on p.source = @source and p.source_id = r.source_id
left join registry.change c on c.id = p.change_id
left join registry.zone z on z.id = p.zone_id;
