update registry.import
set phase = @phase, fault = @fault::jsonb, stage = null, done = 0,
    finished_at = case when @phase in ('refused', 'cancelled', 'failed') then @now end
where id = @import
