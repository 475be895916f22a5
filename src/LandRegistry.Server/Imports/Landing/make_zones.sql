insert into registry.zone (parent_id, code, name_zh, name_en, kind)
select (select p.id from registry.zone p where p.code = m.parent), m.code, m.zh, m.en, m.kind
from jsonb_to_recordset((select i.zones from registry.import i where i.id = @import)) as m (code text, zh text, en text, kind text, parent text)
where (m.parent is null) = @roots
  and (m.parent is null or m.code in (select e.zone_code from registry.import_effect e where e.import_id = @import and e.effect in ('new', 'changed')))
  and not exists (select from registry.zone z where z.code = m.code)
order by m.code
