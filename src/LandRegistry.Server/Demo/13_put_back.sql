-- What the derivation reads, first.
do $$
declare
    item record;
begin
    for item in select statement from demo_aside where not of_search order by place loop
        execute item.statement;
    end loop;
end $$;
analyze registry.parcel, registry.contract, registry.encumbrance, registry.occupancy, registry.enterprise,
    registry.land_fact, registry.infrastructure, registry.stoppage, registry.progress_report, registry.money_line;
