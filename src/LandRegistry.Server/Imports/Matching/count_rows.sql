-- The lists of an import; they add up to the rows of the file.
select jsonb_build_object(
           'rows', count(*),
           'new', count(*) filter (where e.effect = 'new'),
           'changed', count(*) filter (where e.effect = 'changed'),
           'unchanged', count(*) filter (where e.effect = 'unchanged'),
           'refused', count(*) filter (where e.effect = 'refused'),
           'excluded', count(*) filter (where e.effect = 'excluded'),
           'withRemarks', count(*) filter (where e.effect in ('new', 'changed', 'unchanged') and i.row_number is not null),
           'matches', jsonb_build_object(
               'source', count(*) filter (where e.matched_by = 'source'), 'code', count(*) filter (where e.matched_by = 'code'),
               'credit_code', count(*) filter (where e.matched_by = 'credit_code'), 'ground', count(*) filter (where e.matched_by = 'ground'),
               'chosen', count(*) filter (where e.matched_by = 'chosen')))::text
from registry.import_effect e
left join (select distinct row_number from registry.import_issue where import_id = @import) i using (row_number)
where e.import_id = @import
