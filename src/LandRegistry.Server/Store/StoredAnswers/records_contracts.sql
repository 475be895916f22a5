-- $1 to $3: the parcels, as in records_parcels.sql. $4: whether sources are asked for.
select f.parcel_id, f.kind, f.signed_on, f.agreed_delivery_on, f.agreed_commencement_on, f.agreed_completion_on,
       f.developable_area_square_metres, f.total_investment_yuan, f.price_yuan, f.term_years, case when $4 then f.number end,
       case when $4 then f.source end,
       case when $4 then (select coalesce(d.number, d.title, d.kind) from registry.document d where d.id = f.document_id) end,
       case when $4 then (select (c.recorded_at at time zone 'Asia/Shanghai')::date from registry.change c where c.id = f.change_id) end
from registry.contract f
where f.parcel_id between $1 and $2 and ($3::bigint[] is null or f.parcel_id = any ($3)) and not f.withdrawn
