-- Where a record lies, for rights that are limited to zones: one place, whatever the record is. A record of no parcel, enterprise, case,
-- tender, strategy or zone lies nowhere, and is seen only by those who may see the whole register.
create function registry.zones_of_enterprise(enterprise_id bigint) returns setof bigint language sql stable as $$
    select distinct p.zone_id
    from registry.occupancy o join registry.parcel p on p.id = o.parcel_id
    where o.enterprise_id = zones_of_enterprise.enterprise_id and not o.withdrawn
$$;
comment on function registry.zones_of_enterprise(bigint) is 'The zones of the parcels that an enterprise is or was on.';

-- In PL/pgSQL, so that the planner does not write it out into every branch of registry.record.
create function registry.zones_of_facts(parcel_id bigint, enterprise_id bigint, facts jsonb) returns setof bigint language plpgsql stable as $$
begin
    if parcel_id is not null then
        return query select p.zone_id from registry.parcel p where p.id = zones_of_facts.parcel_id;
    elsif enterprise_id is not null then
        return query select registry.zones_of_enterprise(zones_of_facts.enterprise_id);
    elsif facts ? 'case_id' then
        return query select p.zone_id from registry.land_case c join registry.parcel p on p.id = c.parcel_id where c.id = (facts ->> 'case_id')::bigint;
    elsif facts ? 'tender_id' then
        return query select p.zone_id from registry.tender t join registry.parcel p on p.id = t.parcel_id where t.id = (facts ->> 'tender_id')::bigint;
    elsif facts ? 'strategy_id' then
        return query select registry.zones_of_enterprise(s.enterprise_id) from registry.strategy s where s.id = (facts ->> 'strategy_id')::bigint;
    elsif jsonb_typeof(facts -> 'parcel_ids') = 'array' then
        return query select p.zone_id from registry.parcel p where p.id in (select e::bigint from jsonb_array_elements_text(facts -> 'parcel_ids') e);
    end if;
end $$;
comment on function registry.zones_of_facts(bigint, bigint, jsonb) is
    'The zones that a version of a record is about, by what it names: parcel, enterprise, case, tender, strategy or several parcels.';

create function registry.zones_of_record(record_kind text, record_id bigint) returns setof bigint language plpgsql stable as $$
declare
    facts jsonb;
begin
    if record_kind = 'zone' then
        return query select z.id from registry.zone z where z.id = record_id;
    elsif record_kind = 'parcel' then
        return query select p.zone_id from registry.parcel p where p.id = record_id;
    elsif record_kind = 'enterprise' then
        return query select registry.zones_of_enterprise(record_id);
    elsif exists (select from pg_trigger t where t.tgrelid = to_regclass(format('registry.%I', record_kind)) and t.tgfoid = 'registry.keep_record_history'::regproc) then
        execute format('select to_jsonb(t) from registry.%I t where t.id = $1', record_kind) into facts using record_id;
        return query select registry.zones_of_facts((facts ->> 'parcel_id')::bigint, (facts ->> 'enterprise_id')::bigint, facts);
    end if;
end $$;
comment on function registry.zones_of_record(text, bigint) is 'The zones that a record, named by its table and key, lies in.';

create function registry.record_is_within(record_kind text, record_id bigint, zones bigint[], wholly boolean) returns boolean language sql stable as $$
    select case when wholly then coalesce(bool_and(z = any (zones)), false) else coalesce(bool_or(z = any (zones)), false) end
    from registry.zones_of_record(record_kind, record_id) z
$$;
comment on function registry.record_is_within(text, bigint, bigint[], boolean) is
    'Whether a record lies in some of the zones, or in no other. False for one that lies nowhere or is not there.';

create function registry.change_touches(change bigint, zones bigint[]) returns boolean language plpgsql stable as $$
begin
    return exists (select from registry.parcel p where p.change_id = change and p.zone_id = any (zones))
        or exists (select from registry.parcel_history h join registry.parcel p on p.id = h.parcel_id where h.change_id = change and p.zone_id = any (zones))
        or exists (
            select from registry.record_history h cross join lateral registry.zones_of_facts(h.parcel_id, h.enterprise_id, h.facts) z
            where h.change_id = change and z = any (zones))
        or exists (
            select from registry.record r cross join lateral registry.zones_of_facts(r.parcel_id, r.enterprise_id, r.facts) z
            where r.change_id = change and z = any (zones));
end $$;
comment on function registry.change_touches(bigint, bigint[]) is 'Whether a change wrote a row in one of the zones.';

create function registry.change_leaves(change bigint, zones bigint[]) returns boolean language sql stable as $$
    select exists (
        select from registry.rows_of_change(change) r where not registry.record_is_within(r.record_kind, r.record_id, zones, false))
$$;
comment on function registry.change_leaves(bigint, bigint[]) is 'Whether a change wrote a row outside the zones.';

create function registry.lines_of_zones(zone_ids bigint[]) returns table (zone_id bigint, line bigint[]) language sql stable as $$
    with recursive up as (
        select z.id, z.id as over, z.parent_id, 1 as step from registry.zone z where z.id = any (registry.zones_with_descendants(zone_ids))
        union all
        select u.id, z.id, z.parent_id, u.step + 1 from up u join registry.zone z on z.id = u.parent_id
    )
    select id, array_agg(over order by step) from up group by id
$$;
comment on function registry.lines_of_zones(bigint[]) is 'The zones named and all below them, each with the line of zones from itself up to the top.';

create function registry.view_is_within(address text, zones bigint[]) returns boolean language sql immutable as $$
    select zones is null or not exists (
        select from regexp_matches(address, '(?:^|[?&])zone=([0-9,]+)', 'g') m
        cross join lateral string_to_table(m[1], ',') z
        where z <> '' and z::numeric <> all (zones::numeric[]))
$$;
comment on function registry.view_is_within(text, bigint[]) is 'Whether the address of a saved view names no zone but these.';
