-- After the commit of the records, which left the words to be made by whoever comes next, should this session not live to make them.
delete from registry.deferred_work where id in (select id from registry.deferred_work where lane = 'search' for update skip locked);
select registry.swap_next('parcel_search');
