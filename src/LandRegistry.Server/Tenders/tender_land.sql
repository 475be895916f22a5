-- What the register knows of a tender's land. {0} parcel, {1} day, {2} from when facts are the new holder's; null before a contract.
select (select sum(case when l.kind = 'price' then l.amount_yuan when l.kind = 'payment' then -l.amount_yuan end)
        from registry.money_line l
        where l.parcel_id = {0} and not l.withdrawn and l.kind in ('price', 'payment') and l.on_day between {2} and {1}
        having count(*) filter (where l.kind = 'price') > 0) as "PriceOpenYuan",
       (select min(f.on_day) from registry.land_fact f where f.parcel_id = {0} and not f.withdrawn and f.kind = 'actual_start' and f.on_day between {2} and {1}) as "StartedOn",
       (select min(f.on_day) from registry.land_fact f where f.parcel_id = {0} and not f.withdrawn and f.kind = 'completion' and f.on_day between {2} and {1}) as "CompletedOn"
