-- $1 person, $2 actions, $3 parcel, $4 and $5 days in China (UTC+8)
select l.id, l.at, l.person, l.address, l.action, l.what, l.details::text, l.parcel_id, l.change_id, l.link, encode(l.hash, 'hex')
from registry.audit_line l
where ($1::text is null or l.person = $1)
  and ($2::text[] is null or l.action = any ($2))
  and ($3::bigint is null or l.parcel_id = $3 or l.change_id in (
      select p.change_id from registry.parcel p where p.id = $3
      union all select h.change_id from registry.parcel_history h where h.parcel_id = $3
      union all select h.change_id from registry.record_history h where h.parcel_id = $3
      union all select r.change_id from registry.record r where r.parcel_id = $3))
  and ($4::date is null or l.at >= ($4::timestamp - interval '8 hours') at time zone 'UTC')
  and ($5::date is null or l.at < ($5::timestamp + interval '16 hours') at time zone 'UTC')
order by l.id
