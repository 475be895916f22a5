-- $1 digest of the key, $2 now, $3 the moment since which it must have been used. $4 whether this is a use, noted once a minute.
with found as (
    select s.id, s.seen_at, a.id as account_id, a.name, a.department, a.must_change_password, a.needs_second_factor and a.totp_secret is null as must_add
    from registry.session s join registry.account a on a.id = s.account_id
    where s.key_hash = $1 and s.ended_at is null and s.seen_at > $3 and not a.is_disabled
), used as (
    update registry.session s set seen_at = $2 from found f where s.id = f.id and $4 and f.seen_at < $2 - interval '1 minute'
)
select account_id, name, department, id, must_change_password, must_add, null::text[] from found
