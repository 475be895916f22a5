set constraints all immediate;
do $$
declare
    item record;
begin
    for item in
        select t.tgrelid::regclass as of_table, t.tgname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where c.relnamespace = 'registry'::regnamespace and t.tgenabled = 'D'
    loop
        execute format('alter table %s enable trigger %I', item.of_table, item.tgname);
    end loop;
end $$;
