-- $1 a package, or null for the latest hundred
select k.id, k.name, k.made_by, k.made_at, (select count(*) from registry.field_package_parcel x where x.package_id = k.id),
       (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'returnedBy', r.returned_by, 'returnedAt', r.returned_at, 'changeId', r.change_id) order by r.id desc), '[]')
        from registry.field_return r where r.package_id = k.id)
from registry.field_package k
where $1::bigint is null or k.id = $1
order by k.id desc
limit 100
