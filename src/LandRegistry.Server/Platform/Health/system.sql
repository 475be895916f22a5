select
    split_part(current_setting('server_version'), ' ', 1),
    (select extversion from pg_extension where extname = 'postgis'),
    pg_database_size(current_database()),
    (select count(*)::int from pg_stat_activity where datname = current_database()),
    current_setting('max_connections')::int
