insert into registry.zone (parent_id, code, name_zh, name_en, kind, county_code)
values ($1, $2, $3, $4, $5, coalesce($6, (select p.county_code from registry.zone p where p.id = $1)))
on conflict on constraint zone_code_unique do nothing
returning id
