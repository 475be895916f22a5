select row_number, column_name, value, kind, severity, text_zh, text_en, repair_zh, repair_en
from registry.import_issue
where import_id = @import
order by row_number, nth
