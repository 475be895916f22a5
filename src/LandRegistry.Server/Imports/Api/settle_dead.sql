-- Work that died without a word: the import waits where it waited before, and says so. Nothing of that work was written.
update registry.import
set phase = case phase when 'committing' then 'judged' when 'matching' then 'judged' when 'judging' then 'choosing' else 'failed' end,
    fault = jsonb_build_object('zh', '程序在处理途中中断，未写入任何内容；可以重新开始。', 'en', 'The program ended in the middle of its work; nothing was written. Begin again.'),
    stage = null, done = 0
where id = @import and phase in ('inspecting', 'judging', 'matching', 'committing') and not registry.import_is_alive(id)
