-- A page of the re-tender list with all that its columns say. $1 to $16: the filter; $17 day of readiness; $18 items taken as settled;
-- $19 ready, $20 most blocking, $21 blocked by, $22 ready since; $23, $24 key and id after which the page begins; $25 how many; $26 today.
-- SORT_KEY, KEY_TYPE, BEYOND and DIRECTION are one of four orders (RetenderReader).
with page as (
    select m.*
    from registry.retender_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22) m
    where $24::bigint is null or (m.SORT_KEY, m.parcel_id) BEYOND ($23::KEY_TYPE, $24::bigint)
    order by m.SORT_KEY DIRECTION, m.parcel_id DIRECTION
    limit $25
)
select p.id, p.code, p.name, p.address, p.zone_id, p.status, p.status_since, p.land_use_code, p.area_square_metres,
       p.measured_area_square_metres is not null, st_x(p.location), st_y(p.location), p.hold_reason, p.hold_until,
       m.ready_on, m.blocking,
       coalesce((select r.is_ready from registry.readiness_segment r where r.parcel_id = p.id and r.from_on <= $26 order by r.from_on desc limit 1), false),
       c.on_day, c.number, c.floor_area_ratio_min, c.floor_area_ratio_max, c.building_density_max, c.green_ratio_min, c.height_max_metres,
       c.investment_per_mu_yuan, c.output_per_mu_yuan, c.tax_per_mu_yuan, c.energy_per_output_max, c.emission_limit, c.term_years,
       c.price_per_mu_yuan, c.price_basis,
       coalesce((
           select jsonb_agg(jsonb_build_object('item', i.item, 'onDay', i.on_day, 'quantity', i.quantity, 'unit', i.unit, 'distanceMetres', i.distance_metres) order by i.item, i.on_day)
           from registry.infrastructure i where i.parcel_id = p.id and not i.withdrawn and i.on_day <= $17), '[]'),
       (
           select (k.signed_on + make_interval(years => k.term_years))::date
           from registry.contract k
           where k.parcel_id = p.id and not k.withdrawn and k.kind in ('contract', 'allocation') and k.term_years is not null and k.signed_on <= $17
             and not exists (select from registry.land_fact e where e.parcel_id = p.id and not e.withdrawn
                             and e.kind in ('right_ended', 'right_registered') and e.on_day between k.signed_on and $17)
           order by k.signed_on desc
           limit 1),
       coalesce((
           select jsonb_object_agg(n.status, n.parcels) from (
               select o.status, count(*) as parcels from registry.parcel o
               where o.ended_on is null and o.id <> p.id
                 and o.shape_mercator && st_expand(p.shape_mercator, 30 / cos(radians(st_y(p.location))))
                 and st_dwithin(o.shape_mercator, p.shape_mercator, 30 / cos(radians(st_y(p.location))))
               group by o.status) n), '{}'),
       coalesce((
           select jsonb_agg(jsonb_build_object('kind', b.kind, 'holder', b.holder) order by b.id)
           from registry.encumbrance b
           where b.parcel_id = p.id and not b.withdrawn and coalesce(b.registered_on, $17) <= $17 and (b.released_on is null or b.released_on > $17)), '[]'),
       coalesce((
           select jsonb_agg(distinct l.party) filter (where l.party is not null)
           from registry.money_line l where l.parcel_id = p.id and not l.withdrawn and l.kind in ('compensation_due', 'deferred') and l.on_day <= $17), '[]'),
       (
           select max(l.due_on) from registry.money_line l
           where l.parcel_id = p.id and not l.withdrawn and l.kind in ('compensation_due', 'deferred') and l.due_on >= $17),
       coalesce((
           select jsonb_agg(jsonb_build_object('from', r.from_on, 'blocking', r.blocking) order by r.from_on)
           from registry.readiness_segment r where r.parcel_id = p.id and r.from_on > $17), '[]'),
       coalesce((
           select jsonb_object_agg(d.code, d.due_on)
           from registry.case_deadline d join registry.land_case k on k.id = d.case_id and k.closed_on is null and not k.withdrawn
           where d.parcel_id = p.id and d.done_on is null), '{}'),
       (
           select max(t.due_on)
           from registry.occupancy o
           join registry.strategy s on s.enterprise_id = o.enterprise_id and not s.withdrawn and s.approved_on <= $17 and (s.replaced_on is null or s.replaced_on > $17)
           join registry.strategy_step t on t.strategy_id = s.id and not t.withdrawn and t.done_on is null
           where o.parcel_id = p.id and not o.withdrawn and (o.to_on is null or o.to_on >= $17)),
       p.on_hold, m.sort_code, m.sort_area, p.county_code,
       (
           select jsonb_build_object('id', t.id, 'round', t.round, 'number', t.number, 'method', t.method, 'stage', t.stage, 'since', t.stage_since,
                                     'opensOn', t.opens_on, 'closesOn', t.closes_on, 'winner', t.winner, 'priceYuan', t.price_yuan, 'next', d.next)
           from (select * from registry.tender o where o.parcel_id = p.id and not o.withdrawn order by o.id desc limit 1) t
           left join lateral (
               select jsonb_build_object('code', e.code, 'dueOn', e.due_on, 'who', e.who) as next
               from registry.tender_deadline e
               where e.tender_id = t.id and e.started_on <= $26 and (e.done_on is null or e.done_on > $26)
               order by e.due_on, e.code
               limit 1
           ) d on true
           where t.stage <> 'at_capacity')
from page m
join registry.parcel p on p.id = m.parcel_id
left join lateral (
    select * from registry.supply_conditions s
    where s.parcel_id = p.id and not s.withdrawn and s.on_day <= $17
    order by s.on_day desc, s.id desc
    limit 1
) c on true
order by m.SORT_KEY DIRECTION, m.parcel_id DIRECTION
