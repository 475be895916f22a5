select exists (
    select from registry.import_effect e
    where e.import_id = @import and e.effect in ('new', 'changed') and e.zone_id is null and e.zone_code is not null)
