-- Contracts, burdens and users.
insert into registry.contract (parcel_id, kind, number, supervision_number, signed_on, agreed_delivery_on, agreed_commencement_on,
    agreed_completion_on, term_years, price_yuan, developable_area_square_metres, total_investment_yuan, floor_area_ratio_min,
    floor_area_ratio_max, building_density_max, green_ratio_min, height_max_metres, investment_per_mu_yuan, tax_per_mu_yuan, change_id)
select parcel_id, kind, number, supervision_number, signed_on, agreed_delivery_on, agreed_commencement_on,
    agreed_completion_on, term_years, price_yuan, developable_area_square_metres, total_investment_yuan, floor_area_ratio_min,
    floor_area_ratio_max, building_density_max, green_ratio_min, height_max_metres, investment_per_mu_yuan, tax_per_mu_yuan, change_id
from demo_contract join demo_change using (period);
insert into registry.encumbrance (parcel_id, kind, holder, registered_on, released_on, note, change_id)
select parcel_id, kind, holder, registered_on, released_on, note, change_id
from demo_encumbrance join demo_change using (period);
insert into registry.occupancy (enterprise_id, parcel_id, role, from_on, to_on, change_id)
select enterprise_id, parcel_id, role, from_on, to_on, change_id
from demo_occupancy join demo_change using (period);
