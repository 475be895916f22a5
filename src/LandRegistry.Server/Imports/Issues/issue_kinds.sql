select kind, column_name, severity, count(*)::integer, count(*) filter (where patch is not null)::integer, count(*) filter (where is_accepted)::integer
from registry.import_issue
where import_id = @import
group by kind, column_name, severity
order by case severity when 'refused' then 1 when 'warning' then 2 else 3 end, count(*) desc, kind, column_name
