insert into registry.campaign_parcel (campaign_id, parcel_id)
select @campaign, p.parcel_id
from (
    select l.parcel_id from import_landing l
    union
    select e.parcel_id from registry.import_effect e where e.import_id = @import and e.effect = 'unchanged'
) p
where not exists (select from registry.campaign_parcel k where k.campaign_id = @campaign and k.parcel_id = p.parcel_id and not k.withdrawn)
order by p.parcel_id
