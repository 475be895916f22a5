-- $1 to $11: the filter; $12 and $13 the days; $14 and $15 the days of the clock
select count(*) from registry.deadlines_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)
