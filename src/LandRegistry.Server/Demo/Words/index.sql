insert into registry.parcel_search_next (parcel_id, content) select parcel_id, lower(registry.folded(content)) from demo_words order by parcel_id;
select registry.note_words(array(
    select distinct string_to_table(r.runs, ' ')
    from (select distinct regexp_replace(s.content, '[^〇一-鿿]+', ' ', 'g') as runs from registry.parcel_search_next s) r));
select registry.index_next('parcel_search');
