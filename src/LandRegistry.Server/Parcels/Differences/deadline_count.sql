-- $1 to $8: the filter; $9 and $10 the days; $11 and $12 the days of the clock
select count(*) from registry.deadlines_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
