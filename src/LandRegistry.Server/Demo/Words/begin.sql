-- Who writes search words waits until the new table has taken the place of the present one; who reads them does not.
select set_config('maintenance_work_mem', '1GB', true), set_config('work_mem', '128MB', true);
lock table registry.parcel_search in share row exclusive mode;
create table registry.parcel_search_next (like registry.parcel_search including constraints including comments);
insert into registry.parcel_search_next select * from registry.parcel_search;
create temp table demo_words (parcel_id bigint not null, content text not null) on commit drop;
