select c.id, c.name, c.from_on, c.to_on, c.lead_agency, c.partner_agencies, c.method, c.surveyor,
       (select count(*) from registry.campaign_parcel k where k.campaign_id = c.id and not k.withdrawn)
from registry.survey_campaign c
where not c.withdrawn and ($1::bigint is null or c.id = $1)
order by c.from_on desc, c.id desc
