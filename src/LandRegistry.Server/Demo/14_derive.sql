-- Counts, search words and map cells of the whole register, and the news to open windows.
select registry.rebuild_derived();
analyze registry.parcel_search, registry.parcel_period, registry.parcel_count_flow;
