-- $1 parcel. The changes of the parcel and of the records about it, newest first, with the day from which a status marked by it holds.
select c.id, c.recorded_at, c.actor, c.command, c.reason,
       (select m.effective_on from registry.parcel_status_mark m where m.parcel_id = $1 and m.change_id = c.id order by m.id desc limit 1),
       u.undo_change_id, o.change_id
from registry.change c
left join registry.undo u on u.change_id = c.id
left join registry.undo o on o.undo_change_id = c.id
where c.id in (
    select p.change_id from registry.parcel p where p.id = $1
    union all select h.change_id from registry.parcel_history h where h.parcel_id = $1
    union all select h.change_id from registry.record_history h where h.parcel_id = $1
    union all select r.change_id from registry.record r where r.parcel_id = $1)
order by c.recorded_at desc, c.id desc
