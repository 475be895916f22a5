-- $1 today, $2 the parcel after which to go on, $3 how many at most. Parcels published as idle and not withdrawn since, while they are
-- idle or being disposed of (Order 53 Article 11): location, holder, since when idle, and the cause where it is the government's.
select p.id, p.address, round(st_x(p.location)::numeric, 5)::float8, round(st_y(p.location)::numeric, 5)::float8,
       (select string_agg(e.name, '、' order by o.id)
        from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
        where o.parcel_id = p.id and o.role = 'holder' and not o.withdrawn and (o.to_on is null or o.to_on >= $1)),
       coalesce((select max(m.effective_on) from registry.parcel_status_mark m where m.parcel_id = p.id and m.to_status = 'idle'), p.status_since),
       case when p.idle_cause = 'government' then 'government' end
from registry.parcel p
where p.ended_on is null and p.id > $2 and p.status in ('idle', 'disposing')
  and exists (
      select from registry.land_fact f
      where f.parcel_id = p.id and f.kind = 'publication' and not f.withdrawn and f.on_day <= $1
        and not exists (
            select from registry.land_fact w
            where w.parcel_id = p.id and w.kind = 'publication_withdrawn' and not w.withdrawn and w.on_day >= f.on_day and w.on_day <= $1))
order by p.id
limit $3
