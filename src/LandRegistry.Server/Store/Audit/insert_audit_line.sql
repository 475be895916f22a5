-- $1 when, $2 person, $3 account, $4 address, $5 action, $6 what, $7 details, $8 parcel
insert into registry.audit_line (at, person, account_id, address, action, what, details, parcel_id) values ($1, $2, $3, $4, $5, $6, $7, $8)
