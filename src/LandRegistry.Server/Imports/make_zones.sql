insert into registry.zone (parent_id, code, name_zh, name_en, kind)
select (select id from registry.zone where code = @parent), named.code, named.zh, named.en, named.kind
from unnest(@codes, @zh, @en, @kinds) as named (code, zh, en, kind)
where named.code in (select r.zone_code from import_row r join import_effect e using (row_number) where e.effect in ('new', 'updated'))
   or named.code = @root
order by named.code
on conflict on constraint zone_code_unique do nothing
