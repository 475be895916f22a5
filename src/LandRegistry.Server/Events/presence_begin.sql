-- $1 session, $2 person, $3 parcel. Rows of streams that ended with their server are swept away.
with swept as (delete from registry.presence where seen_at < now() - interval '5 minutes' and session <> $1)
insert into registry.presence as w (session, person, parcel_id, since, seen_at)
select $1, $2, p.id, now(), now() from registry.parcel p where p.id = $3 and p.ended_on is null
on conflict on constraint presence_pk do update
    set person = excluded.person, parcel_id = excluded.parcel_id, seen_at = excluded.seen_at,
        since = case when w.parcel_id = excluded.parcel_id then w.since else excluded.since end
