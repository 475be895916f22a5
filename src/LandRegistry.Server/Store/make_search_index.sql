set maintenance_work_mem = '512MB';
create index if not exists parcel_search_content_ix on registry.parcel_search using gin (content gin_trgm_ops);
reset maintenance_work_mem;
