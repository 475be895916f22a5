-- $1 to $16: the filter; $17 the past day asked about, null for now. Money lines of the parcels, those of the day and before where one is asked about.
select p.code, p.name, z.name_zh, z.name_en, m.kind, m.on_day, m.amount_yuan, m.due_on, m.party, m.number, m.note, m.source
from MATCHING p
join registry.zone z on z.id = p.zone_id
join registry.money_line m on m.parcel_id = p.id and not m.withdrawn and ($17::date is null or m.on_day <= $17)
order by p.sort_code, p.id, m.on_day, m.id
