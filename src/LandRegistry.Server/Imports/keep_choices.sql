update registry.import
set inspection = coalesce(@inspection::jsonb, inspection), choices = coalesce(@choices::jsonb, choices),
    campaign_id = case when @choices::text is null then campaign_id else @campaign end
where id = @import
