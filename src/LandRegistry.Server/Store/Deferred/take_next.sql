-- The next statement of a lane. Another program that works on the lane is waited for, and its statement is then gone.
with settings as materialized (
    select set_config('maintenance_work_mem', '512MB', true), set_config('work_mem', '128MB', true)
)
delete from registry.deferred_work
where id = (select w.id from registry.deferred_work w cross join settings where w.lane = @lane order by w.id limit 1 for update of w)
returning statement
