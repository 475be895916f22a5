insert into registry.import (created_at, actor, file_name, file_bytes, phase, started_at)
values (@now, @actor, @name, @bytes, @phase, @now)
returning id, pg_advisory_lock(hashtextextended('registry.import', id))
