update registry.import
set stage = @stage::jsonb, done = @done, rows_done = greatest(@rows, rows_done)
where id = @import and phase in ('inspecting', 'judging', 'matching', 'committing')
returning stop_asked
