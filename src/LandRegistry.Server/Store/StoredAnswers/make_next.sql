-- Readers go on with the present tables; whoever writes segments waits until the new ones are swapped in.
lock table registry.clock_segment, registry.readiness_segment in share row exclusive mode;
create table registry.clock_segment_next (like registry.clock_segment including constraints including comments);
create table registry.readiness_segment_next (like registry.readiness_segment including constraints including comments);
