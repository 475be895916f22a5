-- What accepted repairs of the rows make of them. Those that are found with the match are kept by their kind.
set local jit = off;
set local work_mem = '64MB';
-- Three thousand rows say enough of each table that is made here; of shapes and documents thirty thousand are slow to look at.
set local default_statistics_target = 10;
update registry.import_row r
set patch = a.patch,
    is_refused = exists (
        select from registry.import_issue i
        where i.import_id = r.import_id and i.row_number = r.row_number and i.found_in = 'row' and i.severity = 'refused' and not i.is_accepted)
from (
    select i.row_number, jsonb_object_agg(p.key, p.value) filter (where i.is_accepted) as patch
    from registry.import_issue i
    cross join lateral jsonb_each(i.patch) p
    where i.import_id = @import and i.patch is not null
    group by i.row_number
    having bool_or(i.is_accepted) or exists (select from registry.import_row t where t.import_id = @import and t.row_number = i.row_number and t.patch is not null)
) a
where r.import_id = @import and r.row_number = a.row_number and (r.patch is distinct from a.patch or r.is_refused);
