-- Until the tables are looked at by chance the planner knows a register that has just grown as it was: the next import would read all parcels for
-- each row.
analyze registry.parcel;
analyze registry.parcel_period;
analyze registry.parcel_search;
