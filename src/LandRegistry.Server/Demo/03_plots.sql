-- Side lines between plots: from the street (a_front) to the back (a_back), slightly slanted, and some with a step that
-- makes one neighbour L-shaped. Both neighbours take the same numbers, so they share the line exactly.
create unlogged table demo_side as
select block, north, k, plots, a_front, b_front, b_back,
       case when k in (0, plots) then a_front
            when stepped then a_front + pitch * (0.2 + 0.14 * pg_temp.demo_draw(side_key, 4)) * case when pg_temp.demo_draw(side_key, 5) < 0.5 then 1 else -1 end
            else a_front + pitch * 0.1 * (pg_temp.demo_draw(side_key, 6) - 0.5) end as a_back,
       case when stepped then b_front + (b_back - b_front) * (0.38 + 0.24 * pg_temp.demo_draw(side_key, 7)) end as b_step
from (
    select line.*, pitch_of.pitch,
           case when k = 0 then a0 when k = plots then a1
                else a0 + pitch * (k + 0.24 * (pg_temp.demo_draw(side_key, 3) - 0.5)) end as a_front,
           -- Only every other line steps, or two could meet.
           k % 2 = 1 and k < plots and pg_temp.demo_draw(side_key, 8) < 0.12 as stepped
    from (
        select b.id as block, north, k, a0, a1, plots,
               case when north then b1 else b0 end as b_front,
               case when rows_deep = 2 then b.b_back else b1 end as b_back,
               hashint8extended(b.key, case when north and not rows_alike then 3100 else 3000 end + k) as side_key
        from demo_block b
        cross join lateral (values (false, plots_south), (true, plots_north)) as r (north, plots)
        cross join lateral generate_series(0, plots) as k
        where plots > 0
    ) line
    cross join lateral (values ((a1 - a0) / plots)) as pitch_of (pitch)
) placed;

analyze demo_side;

-- The back line of a block of two rows has the ends of both rows' side lines, so that no corner lies on a neighbour's edge.
create unlogged table demo_back as
select block, array_agg(a_back order by a_back) as stops
from (select distinct block, a_back from demo_side) s
group by block;
analyze demo_back;

create unlogged table demo_plot as
select b.superblock, b.id as block, l.north, l.k, hashint8extended(b.key, 4000 + l.k * 2 + l.north::integer) as key,
       st_makepolygon(st_makeline(array(
           select case when b.flipped then pg_temp.demo_plan(c, a) else pg_temp.demo_plan(a, c) end
           from unnest(ring.along || ring.along[1], ring.across || ring.across[1]) as v (a, c)))) as plan
from demo_side l
join demo_side r on r.block = l.block and r.north = l.north and r.k = l.k + 1
join demo_block b on b.id = l.block
join demo_back s on s.block = l.block
cross join lateral (
    -- Away from the street is up in the southern row, down in the northern one.
    select case when l.north then -b.corner else b.corner end as inward, b.rows_deep = 1 as street_behind,
           l.k = 0 as at_start, r.k = r.plots as at_end, (l.a_front + r.a_front) / 2 as a_middle,
           r.a_front - l.a_front > 110 as long
) o
cross join lateral (
    select
        case when at_start then array[b.a0, b.a0 + b.corner] else array[l.a_front] end
            || case when long then array[a_middle] else '{}' end
            || case when at_end then array[b.a1 - b.corner, b.a1] else array[r.a_front] end
            || case when r.b_step is not null then array[r.a_front, r.a_back] else '{}' end
            || case when street_behind then
                   case when at_end then array[b.a1, b.a1 - b.corner] else array[r.a_back] end
                   || case when long then array[a_middle] else '{}' end
                   || case when at_start then array[b.a0 + b.corner, b.a0] else array[l.a_back] end
               else array(select a from unnest(s.stops) as a where a between l.a_back and r.a_back order by a desc) end
            || case when l.b_step is not null then array[l.a_back, l.a_front] else '{}' end as along,
        case when at_start then array[l.b_front + inward, l.b_front] else array[l.b_front] end
            || case when long then array[l.b_front] else '{}' end
            || case when at_end then array[l.b_front, l.b_front + inward] else array[l.b_front] end
            || case when r.b_step is not null then array[r.b_step, r.b_step] else '{}' end
            || case when street_behind then
                   case when at_end then array[b.b1 - b.corner, b.b1] else array[b.b1] end
                   || case when long then array[b.b1] else '{}' end
                   || case when at_start then array[b.b1, b.b1 - b.corner] else array[b.b1] end
               else array(select l.b_back from unnest(s.stops) as a where a between l.a_back and r.a_back) end
            || case when l.b_step is not null then array[l.b_step, l.b_step] else '{}' end as across
) ring;
