update registry.import
set phase = @phase, change_id = @change, finished_at = @now, stage = null, fault = null
where id = @import
