-- How far a thing of the site lies: an investor asks whether the main runs along the fence or two streets away.
alter table registry.infrastructure add column distance_metres numeric(10, 2);
alter table registry.infrastructure add constraint infrastructure_distance_not_negative check (distance_metres >= 0);
comment on column registry.infrastructure.distance_metres is 'Distance of the connection from the boundary in metres, 0 at the boundary; null when it is not known.';
call registry.gather_records();
