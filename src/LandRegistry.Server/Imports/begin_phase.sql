update registry.import
set phase = @phase, started_at = @now, finished_at = null, stop_asked = false, stage = null, done = 0, rows_done = 0, fault = null
where id = @import and phase = any (@from)
