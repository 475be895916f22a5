-- Work that died without a word. What no server has the file of, an upload that broke off or an import at the console, cannot be gone on with
-- and goes; any other import waits where it waited before, and says so. Nothing of that work was written.
with dead as materialized (
    select i.id, i.file_digest is null as is_lost
    from registry.import i
    where (@import is null or i.id = @import) and i.phase in ('inspecting', 'judging', 'matching', 'committing') and not registry.import_is_alive(i.id)
    for update
), lost_rows as (
    delete from registry.import_row where import_id in (select id from dead where is_lost)
), lost_issues as (
    delete from registry.import_issue where import_id in (select id from dead where is_lost)
), lost_effects as (
    delete from registry.import_effect where import_id in (select id from dead where is_lost)
), lost as (
    delete from registry.import where id in (select id from dead where is_lost)
)
update registry.import i
set phase = case phase when 'committing' then 'judged' when 'matching' then 'judged' when 'judging' then 'choosing' else 'failed' end,
    fault = jsonb_build_object('zh', '程序在处理途中中断，未写入任何内容；可以重新开始。', 'en', 'The program ended in the middle of its work; nothing was written. Begin again.'),
    stage = null, done = 0
from dead d
where i.id = d.id and not d.is_lost
