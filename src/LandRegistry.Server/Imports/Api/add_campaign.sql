insert into registry.survey_campaign (name, from_on, to_on, lead_agency, partner_agencies, method, surveyor)
values ($1, $2, $3, $4, $5, $6, $7)
returning id
