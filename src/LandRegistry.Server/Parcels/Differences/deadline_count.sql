-- $1 to $16: the filter; $17 and $18 the days; $19 and $20 the days of the clock and of what the filter asks of answers
select count(*) from registry.deadlines_difference($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $17, $18, $19, $20)
