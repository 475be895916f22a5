-- Shapes for the preview, no more than a map shows at once: those of the rows asked for, or the largest in a box.
select e.row_number, e.effect, st_asgeojson(coalesce(r.boundary, r.mended, r.location), 6)
from registry.import_effect e
join registry.import_row r using (import_id, row_number)
where e.import_id = @import and coalesce(r.boundary, r.mended, r.location) is not null
order by case e.effect when 'refused' then 1 when 'new' then 2 when 'changed' then 3 else 4 end, e.row_number
limit @limit
