-- $1 session
delete from registry.presence where session = $1
