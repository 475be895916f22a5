select exists (select from registry.import_effect e where e.import_id = @import and e.effect in ('new', 'changed'))
    or (@campaign is not null and exists (
        select from registry.import_effect e
        where e.import_id = @import and e.effect = 'unchanged'
          and not exists (select from registry.campaign_parcel k where k.campaign_id = @campaign and k.parcel_id = e.parcel_id and not k.withdrawn)))
