-- $1 parcel, $2 enterprise, $3 actor, $4 and $5 days of recording in China (UTC+8); $6 the change before which to go on; $7 one
-- change alone; $8 rows at most
select c.id, c.recorded_at, c.actor, c.command, c.reason, u.undo_change_id, o.change_id, u.undo_change_id is not null and registry.is_undone(c.id)
from registry.change c
left join registry.undo u on u.change_id = c.id
left join registry.undo o on o.undo_change_id = c.id
where ($7::bigint is null or c.id = $7)
  and ($6::bigint is null or c.id < $6)
  and ($3::text is null or c.actor = $3)
  and ($4::date is null or c.recorded_at >= ($4::timestamp - interval '8 hours') at time zone 'UTC')
  and ($5::date is null or c.recorded_at < ($5::timestamp + interval '16 hours') at time zone 'UTC')
  and ($1::bigint is null or c.id in (
      select p.change_id from registry.parcel p where p.id = $1
      union all select h.change_id from registry.parcel_history h where h.parcel_id = $1
      union all select h.change_id from registry.record_history h where h.parcel_id = $1
      union all select r.change_id from registry.record r where r.parcel_id = $1))
  and ($2::bigint is null or c.id in (
      select h.change_id from registry.record_history h where h.enterprise_id = $2
      union all select h.change_id from registry.record_history h where h.record_kind = 'enterprise' and h.record_id = $2
      union all select r.change_id from registry.record r where r.enterprise_id = $2))
  and ($9::bigint[] is null or registry.change_touches(c.id, $9))
order by c.id desc
limit $8
