-- What the planner knows of these tables is of other imports, of a few rows perhaps, until they are looked at by chance: rows of a large file
-- would then be found one by one.
analyze registry.import_row (import_id, row_number, is_excluded, is_refused);
analyze registry.import_issue (import_id, row_number);
