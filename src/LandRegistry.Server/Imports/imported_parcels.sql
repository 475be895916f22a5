select id from registry.parcel where change_id = @change
