-- $1 proposal, $2 the version that was seen
update registry.assembly set withdrawn = true where id = $1 and version = $2 and not withdrawn returning id
