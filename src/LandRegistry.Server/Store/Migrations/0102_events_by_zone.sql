-- What is announced says which zones it is about, so that nobody is told that something happened in a zone outside their rights; and
-- every server hears at once when a session, a token, an account or a right has changed.
create or replace function registry.announce(change_id bigint, parcel_ids bigint[], box box2d) returns void language sql as $$
    select pg_notify('registry_change', json_build_object(
        'changeId', c.id,
        'command', c.command,
        'actor', c.actor,
        'many', cardinality(parcel_ids) > 200,
        'parcels', case when cardinality(parcel_ids) > 200 then '{}'::bigint[] else parcel_ids end,
        'bbox', case when box is not null then json_build_array(
            round(st_xmin(e)::numeric, 6), round(st_ymin(e)::numeric, 6), round(st_xmax(e)::numeric, 6), round(st_ymax(e)::numeric, 6)) end,
        'zones', case when cardinality(parcel_ids) > 200 then (
            -- A message holds 8,000 bytes: of more zones than fit nothing is said, which means any.
            select case when count(*) <= 300 then array_agg(z.zone_id) end
            from (select distinct p.zone_id from registry.parcel p where p.id = any (parcel_ids)) z) end)::text)
    from registry.change c, (select st_transform(st_setsrid(box::geometry, 3857), 4326) as e) t
    where c.id = announce.change_id
$$;
comment on function registry.announce(bigint, bigint[], box2d) is
    'Tells every server, at commit, which parcels a change touched and where (longitude and latitude bounds); of very many parcels their zones only.';

drop trigger presence_is_announced on registry.presence;
create or replace function registry.announce_presence() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' and new.parcel_id = old.parcel_id then
        return null;
    end if;
    perform pg_notify('registry_presence', json_build_object('zones', (
        select array_agg(distinct p.zone_id) from registry.parcel p
        where p.id in (case when tg_op <> 'DELETE' then new.parcel_id end, case when tg_op <> 'INSERT' then old.parcel_id end)))::text);
    return null;
end $$;
comment on function registry.announce_presence() is 'Tells every server that somebody began or ceased to edit, and in which zones.';
create trigger presence_is_announced after insert or delete or update of parcel_id on registry.presence
    for each row execute function registry.announce_presence();

create function registry.announce_person() returns trigger language plpgsql as $$
begin
    perform pg_notify('registry_people', (case when tg_op = 'DELETE' then to_jsonb(old) else to_jsonb(new) end ->> tg_argv[0]));
    return null;
end $$;
comment on function registry.announce_person() is 'Tells every server, at commit, whose rights or sessions have changed: the id of the account.';
create trigger session_end_is_announced after update of ended_at on registry.session
    for each row execute function registry.announce_person('account_id');
create trigger access_token_end_is_announced after update of ended_at on registry.access_token
    for each row execute function registry.announce_person('account_id');
create trigger account_is_announced after update of is_disabled, must_change_password, needs_second_factor, totp_secret on registry.account
    for each row execute function registry.announce_person('id');
create trigger role_grant_is_announced after insert or update or delete on registry.role_grant
    for each row execute function registry.announce_person('account_id');
