-- $1 digest. True when the answers were computed by another law, or a parcel has none.
select (select b.digest from registry.answer_basis b) is distinct from $1
    or exists (select from registry.parcel p where not exists (select from registry.clock_segment s where s.parcel_id = p.id))
    or exists (select from registry.parcel p where not exists (select from registry.readiness_segment s where s.parcel_id = p.id))
