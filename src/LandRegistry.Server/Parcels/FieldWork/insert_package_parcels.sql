-- $1 to $11: the filter; $12 the package; $13 the parcels named, or null for all that the filter matches; $14 how many at most
insert into registry.field_package_parcel (package_id, parcel_id, version)
select $12, p.id, p.version
from registry.parcels_matching($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) p
where $13::bigint[] is null or p.id = any ($13)
order by p.id
limit $14
