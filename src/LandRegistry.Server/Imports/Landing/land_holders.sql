-- Holders: the enterprise by its credit code, else by its name; one that is not there is made.
create temp table import_holder on commit drop as
select l.parcel_id, l.facts ->> 'holder_name' as name, l.credit_code
from import_landing l
where l.facts ->> 'holder_name' is not null and (l.effect = 'new' or l.differences ? 'holder_name');

insert into registry.enterprise (credit_code, name, source)
select distinct on (coalesce(h.credit_code, h.name)) h.credit_code, h.name, @source
from import_holder h
where not exists (select from registry.enterprise e where e.ended_on is null and (e.credit_code = h.credit_code or (e.name = h.name and (e.credit_code is null or h.credit_code is null))))
order by coalesce(h.credit_code, h.name), h.parcel_id;

insert into registry.occupancy (enterprise_id, parcel_id, role)
select e.id, h.parcel_id, 'holder'
from import_holder h
cross join lateral (
    select e.id from registry.enterprise e
    where e.ended_on is null and (e.credit_code = h.credit_code or (e.name = h.name and (e.credit_code is null or h.credit_code is null)))
    order by e.credit_code = h.credit_code desc nulls last, e.id limit 1
) e
order by h.parcel_id;

insert into registry.contract (parcel_id, kind, number, signed_on, agreed_delivery_on, agreed_commencement_on, agreed_completion_on, price_yuan)
select l.parcel_id, 'contract', l.facts ->> 'contract_number', (l.facts ->> 'signed_on')::date, (l.facts ->> 'agreed_delivery_on')::date,
       (l.facts ->> 'agreed_commencement_on')::date, (l.facts ->> 'agreed_completion_on')::date, (l.facts ->> 'price_yuan')::numeric
from import_landing l
where coalesce(l.facts ->> 'contract_number', l.facts ->> 'signed_on', l.facts ->> 'agreed_delivery_on', l.facts ->> 'agreed_commencement_on',
          l.facts ->> 'agreed_completion_on', l.facts ->> 'price_yuan') is not null
  and (l.effect = 'new' or l.differences ? 'contract')
order by l.parcel_id;
