-- A river bends through the plan and a railway cuts across it; plots give way to both. Then the plots nearest to where
-- the zone began are taken, as many as asked for, and some large ones get a hole: a pond, a retained village, or the
-- plot of a substation, which is a parcel of its own and fills the hole exactly.
create unlogged table demo_corridor as
with size as (select sqrt(parcels * 31000.0) / 2 as half from demo_setting)
select st_union(
    st_buffer((select st_makeline(st_point(half * t / 10, half * (-0.3 + 0.36 * sin(t * 0.19 + 0.7) + 0.05 * sin(t * 0.9))) order by t)
               from generate_series(-30, 30) as t), 50 + half * 0.016, 'quad_segs=4'),
    st_buffer((select st_makeline(st_point(half * t / 4, half * (0.45 - t * 0.16 + 0.08 * sin(t * 0.7))) order by t)
               from generate_series(-12, 12) as t), 30, 'endcap=flat quad_segs=4')) as ground_taken
from size;

create unlogged table demo_shape as
with clipped as (
    select p.superblock, p.block, p.north, p.k, p.key, st_area(p.plan) as whole, cut.ground_taken is not null as is_cut,
           -- Cut edges meet on a grid of 0.1 mm, so that neighbours still share them exactly.
           st_snaptogrid(case when cut.ground_taken is null then p.plan
               else (select d.geom from st_dump(st_difference(p.plan, cut.ground_taken)) d order by st_area(d.geom) desc limit 1) end, 0.0001) as plan
    from demo_plot p
    left join demo_corridor cut on st_intersects(p.plan, cut.ground_taken)
)
select row_number() over (order by superblock, block, north, k)::integer as turn, superblock, block, key, is_cut, plan,
       st_area(plan) as plan_area, null::text as hole, false as is_substation
from clipped
where plan is not null and st_area(plan) > greatest(0.3 * whole, 2600) and (not is_cut or st_isvalid(plan))
order by turn
limit (select parcels from demo_setting);

create unlogged table demo_hole as
with host as (
    select turn, superblock, block, key, plan, plan_area, row_number() over (order by pg_temp.demo_draw(key, 31), turn)::integer as place
    from demo_shape
    where plan_area > 66000 and not is_cut
),
ring as (
    select h.*, (array['pond', 'substation', 'village'])[1 + place % 3] as kind, st_centroid(plan) as middle,
           sqrt(plan_area) * (array[0.15, 0.08, 0.2])[1 + place % 3] as radius, (array[9, 4, 14])[1 + place % 3] as corners
    from host h, demo_setting s
    where place <= greatest(6, s.parcels * 0.008)
),
drawn as (
    select r.*, st_snaptogrid((
        select st_makepolygon(st_addpoint(line, st_startpoint(line)))
        from (
            select st_makeline(st_translate(st_point(
                radius * reach * cos(2 * pi() * c / corners + 0.5), 0.8 * radius * reach * sin(2 * pi() * c / corners + 0.5)),
                st_x(middle), st_y(middle)) order by c) as line
            from generate_series(0, corners - 1) as c,
                 -- One reach in each direction keeps the ring from crossing itself.
                 lateral (select 1 + case when kind = 'substation' then 0 else 0.5 * (pg_temp.demo_draw(key, 50 + c) - 0.5) end as reach) r
        ) l), 0.0001) as hole
    from ring r
)
select * from drawn where st_containsproperly(plan, hole);

analyze demo_shape;

update demo_shape s
set plan = st_makepolygon(st_exteriorring(s.plan), array[st_exteriorring(h.hole)]), hole = h.kind
from demo_hole h
where h.turn = s.turn;

-- Substations take the turns of the plots that joined last.
with substation as (
    select h.*, row_number() over (order by place) as nth from demo_hole h where kind = 'substation'
),
given_up as (
    select turn, row_number() over (order by turn desc) as nth
    from demo_shape
    where turn not in (select turn from demo_hole)
)
update demo_shape s
set superblock = h.superblock, block = h.block, key = hashint8extended(h.key, 99), plan = h.hole, is_substation = true
from substation h
join given_up g on g.nth = h.nth
where s.turn = g.turn and s.turn > 0.5 * (select parcels from demo_setting);

do $$
begin
    if (select count(*) from demo_shape) <> (select parcels from demo_setting) then
        raise exception 'the layout gave % plots for %', (select count(*) from demo_shape), (select parcels from demo_setting);
    end if;
end $$;
