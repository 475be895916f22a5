-- $1 law, $2 digest, $3 when, $4 parcels
insert into registry.answer_basis (law, digest, computed_at, parcels) values ($1, $2, $3, $4)
on conflict on constraint answer_basis_pk do update
    set law = excluded.law, digest = excluded.digest, computed_at = excluded.computed_at, parcels = excluded.parcels
