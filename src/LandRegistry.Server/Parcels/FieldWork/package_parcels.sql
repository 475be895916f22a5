-- $1 the package. Its parcels in the versions that were handed out, from history where they have changed since; notes of then and the code list.
select x.parcel_id, x.version, p.code,
       case when h.version is null then p.name else h.facts ->> 'name' end,
       case when h.version is null then p.address else h.facts ->> 'address' end,
       case when h.version is null then p.status else h.facts ->> 'status' end,
       case when h.version is null then p.remarks else h.facts ->> 'remarks' end,
       case when h.version is null then p.last_checked_on else (h.facts ->> 'last_checked_on')::date end,
       case when h.version is null then p.last_checked_by else h.facts ->> 'last_checked_by' end,
       case when h.version is null then p.boundary else h.boundary end::geometry,
       case when h.version is null then p.location else h.location end::geometry,
       (select string_agg(n.text, E'\n' order by n.id desc)
        from registry.parcel_note n join registry.change c on c.id = n.change_id
        where n.parcel_id = x.parcel_id and not n.withdrawn and c.recorded_at <= k.made_at)
from registry.field_package k
join registry.field_package_parcel x on x.package_id = k.id
join registry.parcel p on p.id = x.parcel_id
left join registry.parcel_history h on h.parcel_id = x.parcel_id and h.version = x.version
where k.id = $1
order by p.sort_code, p.id
