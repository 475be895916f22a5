-- Foreign keys, and what the rest of the load reads.
do $$
declare
    item record;
begin
    for item in select statement from demo_aside where in_lane is null order by place loop
        execute item.statement;
    end loop;
end $$;
analyze registry.parcel, registry.contract, registry.encumbrance, registry.occupancy, registry.enterprise,
    registry.land_fact, registry.infrastructure, registry.stoppage, registry.progress_report, registry.money_line;
-- The rest, in the order in which it is done beside each other after the commit. What is derived comes before its own indexes.
insert into registry.deferred_work (lane, statement)
select lane, statement
from (
    select in_lane as lane, statement, case when of_table = 'registry.parcel_period'::regclass then 3 else 1 end as stage, place
    from demo_aside
    where in_lane is not null
    union all
    values
        ('search', 'select registry.refresh_search(null)', 2, 1),
        ('search', 'analyze registry.parcel_search', 4, 1),
        ('lists', format('select registry.rebuild_map(%s)', registry.current_change()), 2, 1),
        ('lists', 'select registry.refresh_enterprise_zones(null)', 2, 2),
        ('lists', 'analyze registry.enterprise_zone', 4, 1),
        ('periods', 'select registry.refresh_periods(null)', 2, 1),
        ('periods', 'analyze registry.parcel_period, registry.parcel_count_flow', 4, 1)
) work
order by lane, stage, place;
