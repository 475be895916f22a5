-- Every place at which the chain of the audit trail breaks, not the first alone: whoever looks into it wants to see how far it goes.
drop function registry.verify_audit();

create function registry.audit_breaks(most integer) returns table (link bigint, line_id bigint, fault text, missing bigint)
language plpgsql stable as $$
declare
    line registry.audit_line;
    last bytea;
    -- What the line before ought to have as its hash, when that is not what it has.
    meant bytea;
    place bigint := 0;
    found integer := 0;
begin
    for line in select * from registry.audit_line l where l.link is not null order by l.link loop
        place := place + 1;
        if line.link <> place then
            link := place; line_id := line.id; fault := 'missing'; missing := line.link - place;
            return next;
            found := found + 1;
            place := line.link;
            meant := null;
        elsif registry.audit_hash(last, line) = line.hash or (meant is not null and registry.audit_hash(meant, line) = line.hash) then
            meant := null;
        else
            link := place; line_id := line.id; fault := 'altered'; missing := 0;
            return next;
            found := found + 1;
            meant := registry.audit_hash(last, line);
        end if;
        exit when found >= most;
        last := line.hash;
    end loop;
end $$;
comment on function registry.audit_breaks(integer) is
    'Walks the chain: the places at which it breaks, so many at most, with the line there; where lines are missing (how many), the line that follows them. Lines removed at the very end show only against a hash kept elsewhere.';
