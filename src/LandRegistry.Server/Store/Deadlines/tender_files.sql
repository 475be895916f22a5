-- Tenders with the days of their stages and what their contract agrees. $1 parcels; null is all.
with chosen as (
    select t.* from registry.tender t where not t.withdrawn and ($1::bigint[] is null or t.parcel_id = any ($1))
),
reached as (
    select e.tender_id, array_agg(e.stage order by e.stage) as stages, array_agg(e.on_day order by e.stage) as days
    from (select e.tender_id, e.stage, max(e.on_day) as on_day
          from registry.tender_event e join chosen t on t.id = e.tender_id where not e.withdrawn group by e.tender_id, e.stage) e
    group by e.tender_id
),
signed as (
    select t.id, t.parcel_id, c.signed_on from chosen t join registry.contract c on c.id = t.contract_id
),
-- The latest agreement counts; one that is silent leaves what was agreed before.
agreed as (
    select s.id,
           (array_agg(c.agreed_delivery_on order by c.signed_on desc, c.id desc) filter (where c.agreed_delivery_on is not null))[1] as delivery,
           (array_agg(c.agreed_commencement_on order by c.signed_on desc, c.id desc) filter (where c.agreed_commencement_on is not null))[1] as commencement,
           (array_agg(c.agreed_completion_on order by c.signed_on desc, c.id desc) filter (where c.agreed_completion_on is not null))[1] as completion
    from signed s join registry.contract c on c.parcel_id = s.parcel_id and c.signed_on >= s.signed_on and not c.withdrawn
    group by s.id
),
priced as (
    select s.id, max(l.due_on) as due_on
    from signed s join registry.money_line l on l.parcel_id = s.parcel_id and l.kind = 'price' and l.on_day >= s.signed_on and not l.withdrawn
    group by s.id
)
select t.id, t.parcel_id, t.method, t.stage, t.stage_since, t.opens_on, t.closes_on, r.stages, r.days, p.due_on, a.delivery, a.commencement, a.completion, k.county_code
from chosen t
join reached r on r.tender_id = t.id
join registry.parcel k on k.id = t.parcel_id
left join agreed a on a.id = t.id
left join priced p on p.id = t.id
order by t.id
