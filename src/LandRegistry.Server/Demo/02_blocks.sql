-- Main roads bound superblocks, minor roads cut a superblock into strips and a strip into blocks, each superblock in its
-- own way, so that minor roads end at main ones. Lengths in plan metres.
create unlogged table demo_superblock as
with setting as (
    select *, ceil(parcels / 37.0)::integer + 4 as wanted from demo_setting
),
reach as (
    select *, ceil(sqrt(wanted * 1.8) / 2)::integer + 1 as cells from setting
),
lattice as (
    select r.wanted, i, j, hashint8extended(i::bigint * 1000003 + j, r.seed) as key,
           1250 * i + 420 * (pg_temp.demo_draw(i, r.seed + 11) - 0.5) as x0,
           1250 * (i + 1) + 420 * (pg_temp.demo_draw(i + 1, r.seed + 11) - 0.5) as x1,
           1050 * j + 340 * (pg_temp.demo_draw(j, r.seed + 12) - 0.5) as y0,
           1050 * (j + 1) + 340 * (pg_temp.demo_draw(j + 1, r.seed + 12) - 0.5) as y1
    from reach r, generate_series(-r.cells, r.cells - 1) as i, generate_series(-r.cells, r.cells - 1) as j
),
grown as (
    select *, row_number() over (order by
        sqrt(((x0 + x1) / 2.5) ^ 2 + ((y0 + y1) / 2) ^ 2) * (0.8 + 0.4 * pg_temp.demo_draw(key, 1)), i, j)::integer as id
    from lattice
)
select id, i, j, key, x0, x1, y0, y1,
       pg_temp.demo_draw(key, 2) < 0.5 as strips_run_north
from grown
where id <= wanted;

create unlogged table demo_block as
with side as (
    select id, key, strips_run_north,
           case when strips_run_north then y0 else x0 end as p0, case when strips_run_north then y1 else x1 end as p1,
           case when strips_run_north then x0 else y0 end as q0, case when strips_run_north then x1 else y1 end as q1
    from demo_superblock
),
counted as (
    select *, greatest(2, round((q1 - q0) / (300 + 130 * pg_temp.demo_draw(key, 3))))::integer as strips from side
),
strip as (
    select c.*, t, hashint8extended(c.key, 1000 + t) as strip_key,
           q0 + (q1 - q0) * (t + case when t > 0 then 0.28 * (pg_temp.demo_draw(c.key, 20 + t) - 0.5) else 0 end) / strips as s0,
           q0 + (q1 - q0) * (t + 1 + case when t + 1 < strips then 0.28 * (pg_temp.demo_draw(c.key, 21 + t) - 0.5) else 0 end) / strips as s1
    from counted c, generate_series(0, c.strips - 1) as t
),
cut as (
    select *, greatest(2, round((p1 - p0) / (270 + 230 * pg_temp.demo_draw(strip_key, 4))))::integer as blocks from strip
),
piece as (
    select c.*, b, hashint8extended(c.strip_key, 2000 + b) as block_key,
           p0 + (p1 - p0) * (b + case when b > 0 then 0.3 * (pg_temp.demo_draw(strip_key, 40 + b) - 0.5) else 0 end) / blocks as r0,
           p0 + (p1 - p0) * (b + 1 + case when b + 1 < blocks then 0.3 * (pg_temp.demo_draw(strip_key, 41 + b) - 0.5) else 0 end) / blocks as r1
    from cut c, generate_series(0, c.blocks - 1) as b
),
-- Half the width between red lines: 26 m along main roads, 11 m along minor ones.
inset as (
    select id as superblock, strips_run_north, block_key as key, t, b,
           r0 + case when b = 0 then 26 else 11 end as r0, r1 - case when b = blocks - 1 then 26 else 11 end as r1,
           s0 + case when t = 0 then 26 else 11 end as s0, s1 - case when t = strips - 1 then 26 else 11 end as s1
    from piece
),
-- a runs along the longer side of the block, b across it; flipped says that a points north.
turned as (
    select superblock, key, t, b, strips_run_north <> (s1 - s0 > r1 - r0) as flipped,
           case when s1 - s0 > r1 - r0 then s0 else r0 end as a0, case when s1 - s0 > r1 - r0 then s1 else r1 end as a1,
           case when s1 - s0 > r1 - r0 then r0 else s0 end as b0, case when s1 - s0 > r1 - r0 then r1 else s1 end as b1
    from inset
),
kinded as (
    select row_number() over (order by superblock, t, b)::integer as id, superblock, key, flipped, a0, a1, b0, b1,
           case when pg_temp.demo_draw(key, 5) < 0.24 then 1 else 2 end as rows_deep,
           b0 + (b1 - b0) * (0.5 + 0.16 * (pg_temp.demo_draw(key, 6) - 0.5)) as b_back,
           9 + 9 * pg_temp.demo_draw(key, 7) as corner,
           pg_temp.demo_draw(key, 8) < 0.35 as rows_alike,
           75 + 150 * pg_temp.demo_draw(key, 9) ^ 1.3 as frontage
    from turned
    -- Some blocks stay green, or keep a school or a village that is no parcel of the register.
    where pg_temp.demo_draw(key, 10) > 0.06
)
select *,
       case rows_deep when 1 then 1 + (pg_temp.demo_draw(key, 13) < 0.55)::integer
            else least(6, greatest(1, round((a1 - a0) / frontage)))::integer end as plots_south,
       case when rows_deep = 1 then 0
            when rows_alike then least(6, greatest(1, round((a1 - a0) / frontage)))::integer
            else least(6, greatest(1, round((a1 - a0) / (75 + 150 * pg_temp.demo_draw(key, 14) ^ 1.3))))::integer end as plots_north
from kinded;
analyze demo_superblock;
analyze demo_block;
