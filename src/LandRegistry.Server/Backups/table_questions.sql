-- For every table of the register the question for its rows and their digest, which does not depend on their order.
select c.relname, format(
    'select count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0)::text from registry.%I t', c.relname)
from pg_class c
where c.relnamespace = 'registry'::regnamespace and c.relkind = 'r'
order by c.relname collate "C"
