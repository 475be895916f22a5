-- $1 the one account asked for, null for all; $2 now; $3 the moment since which a session must have been used.
select a.id, a.user_name, a.name, a.department, a.phone, a.is_disabled, coalesce(a.locked_until > $2, false), a.must_change_password,
       a.needs_second_factor, a.totp_secret is not null, s.sessions, s.seen_at,
       coalesce((select json_agg(json_build_object('role', g.role, 'zones', g.zone_ids) order by g.ordinal) from registry.role_grant g where g.account_id = a.id), '[]')::text
from registry.account a
cross join lateral (
    select count(*) filter (where n.ended_at is null and n.seen_at > $3) as sessions, max(n.seen_at) as seen_at from registry.session n where n.account_id = a.id) s
where $1::bigint is null or a.id = $1
order by a.is_disabled, a.name
