-- Cases of the land that an enterprise is on, open ones first. {0} enterprise, {1} the day
select k.id as "CaseId", p.id as "ParcelId", p.name as "ParcelName", p.code as "ParcelCode", k.number as "Number", k.stage as "Stage", k.stage_since as "Since", k.closed_on as "ClosedOn", k.officer as "Officer"
from registry.land_case k
join registry.parcel p on p.id = k.parcel_id
where not k.withdrawn
  and k.parcel_id in (select o.parcel_id from registry.occupancy o where o.enterprise_id = {0} and not o.withdrawn and (o.from_on is null or o.from_on <= {1}) and (o.to_on is null or o.to_on >= {1}))
order by k.closed_on is not null, k.id desc
