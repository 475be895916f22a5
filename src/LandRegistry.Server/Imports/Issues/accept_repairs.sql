update registry.import_issue
set is_accepted = @accept
where import_id = @import and patch is not null and is_accepted <> @accept
  and (@kind::text is null or kind = @kind) and (@column::text is null or column_name = @column)
  and (@row::integer is null or row_number = @row) and (@nth::integer is null or nth = @nth)
