delete from registry.import_effect e where e.import_id = @import;
insert into registry.import_effect (import_id, row_number, effect, parcel_id, matched_by, share, version, zone_id, zone_code, differences)
select @import, r.row_number,
       case when r.is_excluded then 'excluded'
            when r.is_refused or i.row_number is not null then 'refused'
            when c.row_number is null then 'new'
            when c.differences is null or (c.is_edited and coalesce(c.is_same_record, false)) then 'unchanged'
            else 'changed' end,
       c.parcel_id, c.matched_by, c.share, c.version, z.zone_id, z.zone_code,
       case when c.is_edited and coalesce(c.is_same_record, false) then null else c.differences end
from registry.import_row r
left join import_compared c using (row_number)
left join import_zone z using (row_number)
left join (
    select distinct i.row_number from registry.import_issue i
    where i.import_id = @import and i.severity = 'refused' and not i.is_accepted and i.found_in = 'match'
) i using (row_number)
where r.import_id = @import;
analyze registry.import_effect (import_id, row_number, effect);
