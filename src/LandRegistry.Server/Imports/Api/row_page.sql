select e.row_number, e.effect,
       coalesce(r.code, r.facts ->> 'name', r.source_id, r.facts ->> 'holder_name', e.row_number::text),
       e.parcel_id, coalesce(p.code, p.name, p.id::text), e.matched_by, e.share, e.differences::text,
       (r.facts || coalesce(r.patch - array['mended', 'kept', 'placed'], '{}'))::text,
       st_asgeojson(coalesce(case when r.patch ? 'mended' then r.mended end, r.boundary, r.mended, r.location), 7),
       case when e.effect in ('changed', 'unchanged', 'refused') then st_asgeojson(coalesce(p.boundary, p.location), 7) end
from registry.import_effect e
join registry.import_row r using (import_id, row_number)
left join registry.parcel p on p.id = e.parcel_id
where e.import_id = @import and e.effect = any (@effects) and e.row_number > @after
  and (@matched::text is null or e.matched_by = @matched) and (@row::integer is null or e.row_number = @row)
order by e.row_number
limit @limit
