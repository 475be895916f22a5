select id from registry.zone where code = @code
