select i.id, i.created_at, i.actor, i.file_name, i.file_bytes,
       case when i.phase in ('inspecting', 'judging', 'matching', 'committing') and not registry.import_is_alive(i.id) then 'dead:' || i.phase else i.phase end,
       i.stage::text, i.done, i.rows_done, i.started_at, i.fault::text, i.counts::text,
       case when i.extent is not null then array[st_xmin(i.extent), st_ymin(i.extent), st_xmax(i.extent), st_ymax(i.extent)] end,
       i.campaign_id, i.change_id, i.change_id is not null and registry.is_undone(i.change_id), i.finished_at,
       case when @import is not null then i.inspection::text end, case when @import is not null then i.choices::text end, i.source
from registry.import i
where (@import is null or i.id = @import) and (@actor is null or i.actor = @actor) and (@before is null or i.id < @before)
order by i.id desc
limit @limit
