-- The new tables get every index of the present ones, whoever made it, and take their names and comments over.
select set_config('maintenance_work_mem', '256MB', true);
select registry.index_next(t), registry.swap_next(t) from (values ('clock_segment'), ('readiness_segment')) as swapped (t);
