-- $1 parcel; $2 the day up to whose end, in China, a note was recorded, null for now. Newest first.
select n.id, n.text, c.actor, c.recorded_at, c.id
from registry.parcel_note n
join registry.change c on c.id = coalesce(
    (select h.change_id from registry.record_history h where h.record_kind = 'parcel_note' and h.record_id = n.id and h.version = 1), n.change_id)
where n.parcel_id = $1 and not n.withdrawn and ($2::date is null or registry.recorded_day(c.recorded_at) <= $2)
order by n.id desc
