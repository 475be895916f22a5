-- $1 names, $2 texts, $3 digests of the law files, $4 when. What is in force already stays; what is not among them ends.
with given as (
    select * from unnest($1::text[], $2::text[], $3::text[]) as g (name, body, digest)
), ended as (
    update registry.law_file f set ended_at = $4
    where f.ended_at is null and not exists (select from given g where g.digest = f.digest)
)
insert into registry.law_file (name, body, digest, taken_at)
select g.name, g.body, g.digest, $4 from given g
where not exists (select from registry.law_file f where f.digest = g.digest and f.ended_at is null)
