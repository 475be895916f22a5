-- $1 to $16: the filter; $17 the package; $18 the parcels named, or null for all that the filter matches; $19 how many at most
insert into registry.field_package_parcel (package_id, parcel_id, version)
select $17, p.id, p.version
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) p
where $18::bigint[] is null or p.id = any ($18)
order by p.id
limit $19
