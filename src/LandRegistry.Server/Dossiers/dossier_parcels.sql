-- $1 parcels, $2 day, $3 zones or null for any. What a dossier says of each that stands; only what Domain/Dossiers/Disclosure calls public or used.
select p.id, p.code, p.name, p.address, z.name_zh, z.name_en, coalesce(u.name_zh, p.land_use_code), coalesce(u.name_en, p.land_use_code), p.status, p.on_hold,
       p.area_square_metres, p.measured_area_square_metres is not null, st_x(p.location), st_y(p.location), p.area_srid, m.srid,
       st_transform(p.boundary, m.srid), st_transform(p.location, m.srid),
       (
           select jsonb_build_object(
               'onDay', s.on_day, 'number', s.number, 'floorAreaRatioMin', s.floor_area_ratio_min, 'floorAreaRatioMax', s.floor_area_ratio_max,
               'buildingDensityMax', s.building_density_max, 'greenRatioMin', s.green_ratio_min, 'heightMaxMetres', s.height_max_metres,
               'investmentPerMuYuan', s.investment_per_mu_yuan, 'outputPerMuYuan', s.output_per_mu_yuan, 'taxPerMuYuan', s.tax_per_mu_yuan,
               'energyPerOutputMax', s.energy_per_output_max, 'emissionLimit', s.emission_limit, 'termYears', s.term_years,
               'pricePerMuYuan', s.price_per_mu_yuan, 'priceBasis', s.price_basis)
           from registry.supply_conditions s
           where s.parcel_id = p.id and not s.withdrawn and s.on_day <= $2
           order by s.on_day desc, s.id desc
           limit 1),
       coalesce((
           select jsonb_agg(jsonb_build_object('item', i.item, 'onDay', i.on_day, 'quantity', i.quantity, 'unit', i.unit, 'distanceMetres', i.distance_metres) order by i.item, i.on_day, i.id)
           from registry.infrastructure i where i.parcel_id = p.id and not i.withdrawn and i.on_day <= $2), '[]'),
       (
           select (k.signed_on + make_interval(years => k.term_years))::date
           from registry.contract k
           where k.parcel_id = p.id and not k.withdrawn and k.kind in ('contract', 'allocation') and k.term_years is not null and k.signed_on <= $2
             and not exists (select from registry.land_fact e where e.parcel_id = p.id and not e.withdrawn
                             and e.kind in ('right_ended', 'right_registered') and e.on_day between k.signed_on and $2)
           order by k.signed_on desc
           limit 1),
       (
           select jsonb_build_object('number', t.number, 'method', t.method, 'opensOn', t.opens_on, 'closesOn', t.closes_on,
                                     'startingPriceYuan', t.starting_price_yuan, 'depositYuan', t.deposit_yuan)
           from registry.tender t
           where t.parcel_id = p.id and not t.withdrawn and t.ended_on is null and t.stage in ('announced', 'opened')
           order by t.id desc
           limit 1)
from registry.parcel p
join registry.zone z on z.id = p.zone_id
cross join lateral (select coalesce(p.area_srid, registry.metric_srid(coalesce(p.boundary, p.location))) as srid) m
left join registry.land_use u on u.code = p.land_use_code and u.system = p.land_use_system
where p.id = any ($1) and p.ended_on is null and ($3::bigint[] is null or p.zone_id = any ($3))
