do $$
declare
    item record;
begin
    for item in select statement from demo_aside where of_search order by place loop
        execute item.statement;
    end loop;
end $$;
analyze registry.parcel_search, registry.parcel_period, registry.parcel_count_flow;
drop schema demo_scratch cascade;
