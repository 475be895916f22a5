update registry.import set zones = @zones::jsonb where id = @import
