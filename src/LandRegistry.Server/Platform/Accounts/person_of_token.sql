-- $1 digest of the token, $2 now, $3 not read. $4 whether this is a use, noted once a minute.
with found as (
    select t.id, t.used_at, a.id as account_id, a.name, a.department, t.actions
    from registry.access_token t join registry.account a on a.id = t.account_id
    where t.key_hash = $1 and t.ended_at is null and t.ends_at > $2 and not a.is_disabled and $3::timestamptz is not null
), used as (
    update registry.access_token t set used_at = $2 from found f where t.id = f.id and $4 and coalesce(f.used_at, '-infinity') < $2 - interval '1 minute'
)
select account_id, name, department, null::bigint, false, false, actions from found
