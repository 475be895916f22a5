-- The order by area: a function's columns forget the scale of a number, so that the index has to be of the plain number to be read in order.
drop index registry.parcel_retender_by_area_ix;
create index parcel_retender_by_area_ix on registry.parcel ((sort_area::numeric), id)
    where ended_on is null and status in ('reserved', 'ready', 'listed', 'awarded');
-- Totals are added up from the index alone.
create index parcel_retender_totals_ix on registry.parcel (status, id) include (on_hold, zone_id, land_use_code, area_square_metres, status_since)
    where ended_on is null and status in ('reserved', 'ready', 'listed', 'awarded');
create index supply_conditions_latest_ix on registry.supply_conditions (parcel_id, on_day desc, id desc) include (floor_area_ratio_max) where not withdrawn;
-- The deadlines that hold up a parcel; without it every open deadline was read for each parcel of a page.
create index case_deadline_parcel_ix on registry.case_deadline (parcel_id) where done_on is null;
-- The overview: the stock on a day by use and age, and the ledger's sums, without a row of the tables themselves.
create index parcel_period_stock_ix on registry.parcel_period (to_on, from_on) include (status, status_since, land_use_code, zone_id, area_square_metres)
    where status in ('suspected', 'investigating', 'idle', 'low_efficiency', 'disposing', 'reserved', 'ready');
create index money_line_sums_ix on registry.money_line (kind, on_day) include (amount_yuan, parcel_id) where not withdrawn;
