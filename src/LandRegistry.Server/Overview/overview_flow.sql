-- $1 day, $2 zones with all below them, null for all, $3 the day after which moves are counted.
-- Moves from a status to another, by month, with the days that the former lasted.
select date_trunc('month', a.to_on::timestamp)::date, a.status, b.status, count(*), coalesce(sum(a.area_square_metres), 0), sum(a.to_on - a.status_since)::bigint
from registry.parcel_period a
join registry.parcel_period b on b.parcel_id = a.parcel_id and b.from_on = a.to_on and b.status <> a.status
where a.to_on > $3 and a.to_on <= $1 and a.to_on < 'infinity'
  and ($2::bigint[] is null or a.zone_id = any ($2))
group by 1, 2, 3
