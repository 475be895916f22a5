-- $1 to $2: the parcels between, of which, where $3 is not null, only those in it.
select p.id, p.county_code, p.boundary is not null, p.land_use_code is not null
from registry.parcel p
where p.id between $1 and $2 and ($3::bigint[] is null or p.id = any ($3))
order by p.id
