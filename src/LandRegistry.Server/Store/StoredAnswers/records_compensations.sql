-- $1 to $3: the parcels, as in records_parcels.sql. $4: whether sources are asked for.
select f.parcel_id, f.kind = 'compensation_settled', f.on_day, f.amount_yuan,
       case when $4 then f.source end,
       case when $4 then (select coalesce(d.number, d.title, d.kind) from registry.document d where d.id = f.document_id) end,
       case when $4 then (select (c.recorded_at at time zone 'Asia/Shanghai')::date from registry.change c where c.id = f.change_id) end
from registry.money_line f
where f.parcel_id between $1 and $2 and ($3::bigint[] is null or f.parcel_id = any ($3)) and not f.withdrawn
      and f.kind in ('compensation_due', 'compensation_settled')
