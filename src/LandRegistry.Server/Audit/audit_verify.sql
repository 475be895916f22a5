-- $1 how many breaks at most. A row for each break, one without a break when there is none.
select s.sealed, s.unsealed, s.head, b.link, b.line_id, b.fault, b.missing
from (
    select count(*) filter (where l.link is not null) as sealed, count(*) filter (where l.link is null) as unsealed,
           (select encode(e.hash, 'hex') from registry.audit_line e where e.link is not null order by e.link desc limit 1) as head
    from registry.audit_line l
) s
left join registry.audit_breaks($1) b on true
order by b.link
