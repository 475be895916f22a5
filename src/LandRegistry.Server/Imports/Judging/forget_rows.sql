delete from registry.import_row where import_id = @import;
delete from registry.import_issue where import_id = @import;
delete from registry.import_effect where import_id = @import;
