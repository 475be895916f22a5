-- $1 parcels; $2 status or null, $3 the day it holds from, $4 kind and $5 cause of idleness; $6 whether the hold is touched, $7 its
-- reason (null: released), $8 its end; $9 whether the officer is touched, $10 the officer; $11 note or null. One statement for all of
-- them. The kind and cause of idleness belong to the determination and to its disposal, and end with them. Answers the parcels written.
with wanted as (
    select p.id,
           coalesce($2, p.status) as status,
           case when $2::text is null then p.status_since else $3::date end as status_since,
           case when $2::text is null or $2 = 'disposing' then p.idle_kind when $2 = 'idle' then coalesce($4, p.idle_kind) end as idle_kind,
           case when $2::text is null or $2 = 'disposing' then p.idle_cause when $2 = 'idle' then coalesce($5, p.idle_cause) end as idle_cause,
           case when $6 then $7 else p.hold_reason end as hold_reason,
           case when $6 then $8::date else p.hold_until end as hold_until,
           case when $9 then $10 else p.officer end as officer
    from registry.parcel p
    where p.id = any ($1) and p.ended_on is null
),
written as (
    update registry.parcel p
    set status = w.status, status_since = w.status_since, idle_kind = w.idle_kind, idle_cause = w.idle_cause,
        hold_reason = w.hold_reason, hold_until = w.hold_until, officer = w.officer
    from wanted w
    where w.id = p.id
      and row(p.status, p.status_since, p.idle_kind, p.idle_cause, p.hold_reason, p.hold_until, p.officer)
          is distinct from row(w.status, w.status_since, w.idle_kind, w.idle_cause, w.hold_reason, w.hold_until, w.officer)
    returning p.id
),
noted as (
    insert into registry.parcel_note (parcel_id, text, change_id)
    select w.id, $11, 0 from wanted w where $11::text is not null order by w.id
    returning parcel_id
)
select id from written union select parcel_id from noted
