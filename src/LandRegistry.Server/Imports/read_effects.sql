select e.row_number, e.effect, r.source_id
from import_effect e
join import_row r using (row_number)
order by e.row_number
