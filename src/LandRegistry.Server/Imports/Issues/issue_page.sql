select row_number, nth, column_name, value, kind, severity, text_zh, text_en, repair_zh, repair_en, is_accepted
from registry.import_issue
where import_id = @import
  and (@kind::text is null or kind = @kind) and (@severity::text is null or severity = @severity)
  and (@row::integer is null or row_number = @row)
  and (row_number, nth) > (@afterRow, @afterNth)
order by row_number, nth
limit @limit
