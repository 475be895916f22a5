-- $1 change, $2 how many versions to count at most
select c.command,
       (select count(*) from (
           (select 1 from registry.parcel p where p.change_id = $1 limit $2)
           union all (select 1 from registry.parcel_history h where h.change_id = $1 limit $2)
           union all (select 1 from registry.record r where r.change_id = $1 limit $2)
           union all (select 1 from registry.record_history h where h.change_id = $1 limit $2)) v),
       exists (
           select from (select distinct r.record_kind from registry.record r where r.change_id = $1 and r.version = 1 limit 100) k
           where k.record_kind <> 'enterprise'
             and not exists (
                 select from pg_attribute w where w.attrelid = format('registry.%I', k.record_kind)::regclass and w.attname = 'withdrawn' and not w.attisdropped)),
       (select u.undo_change_id from registry.undo u where u.change_id = $1)
from registry.change c
where c.id = $1
