copy (
    -- What the zone's parcels are found by, as registry.refresh_search puts it together from the records (a test compares the two).
    with used as (
        select o.parcel_id, string_agg(concat_ws(' ', e.name, e.credit_code, array_to_string(e.former_names, ' ')), ' ' order by e.id) as names
        from demo_occupancy o join registry.enterprise e on e.id = o.enterprise_id
        group by o.parcel_id
    )
    select r.id, concat_ws(' ', r.code, r.source_id, r.name, r.address, u.names) from demo_row r left join used u on u.parcel_id = r.id
) to stdout (format binary)
