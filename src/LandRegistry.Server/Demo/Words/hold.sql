-- Whoever writes what words follow from either ends first or has not begun: nobody then waits for the new table while the load waits for them.
lock table registry.parcel, registry.occupancy, registry.enterprise in share row exclusive mode
