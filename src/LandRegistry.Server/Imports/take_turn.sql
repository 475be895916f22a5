select pg_advisory_xact_lock(hashtextextended('import ' || @source, 0))
