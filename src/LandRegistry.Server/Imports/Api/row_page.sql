-- @zones: those that may be seen, null for all. A parcel elsewhere is told by nothing: neither which it is nor what it was.
select e.row_number, e.effect,
       coalesce(r.code, r.facts ->> 'name', r.source_id, r.facts ->> 'holder_name', e.row_number::text),
       p.id, coalesce(p.code, p.name, p.id::text), case when s.is_seen then e.matched_by end, case when s.is_seen then e.share end,
       case when s.is_seen then e.differences::text end,
       (r.facts || coalesce(r.patch - array['mended', 'kept', 'placed'], '{}'))::text,
       st_asgeojson(coalesce(case when r.patch ? 'mended' then r.mended end, r.boundary, r.mended, r.location), 7),
       case when e.effect in ('changed', 'unchanged', 'refused') then st_asgeojson(coalesce(p.boundary, p.location), 7) end
from registry.import_effect e
join registry.import_row r using (import_id, row_number)
left join registry.parcel p on p.id = e.parcel_id and (@zones::bigint[] is null or p.zone_id = any (@zones))
cross join lateral (select e.parcel_id is null or p.id is not null as is_seen) s
where e.import_id = @import and e.effect = any (@effects) and e.row_number > @after
  and (@matched::text is null or e.matched_by = @matched) and (@row::integer is null or e.row_number = @row)
order by e.row_number
limit @limit
