update registry.import_row
set is_chosen = not @reset, chosen_id = case when @reset then null else @parcel end
where import_id = @import and row_number = @row
  and (@parcel::bigint is null or exists (select from registry.parcel p where p.id = @parcel and p.ended_on is null))
