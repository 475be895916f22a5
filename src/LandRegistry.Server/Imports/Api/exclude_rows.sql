update registry.import_row set is_excluded = @exclude where import_id = @import and row_number = any (@rows) and is_excluded <> @exclude
