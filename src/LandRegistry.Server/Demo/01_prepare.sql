-- What the whole generator stands on: one row of settings, a draw that is a pure function of seed, thing and purpose
-- (so the same seed gives the same register, in any row order), and the bend that turns straight streets into a town plan.
create unlogged table demo_setting (
    seed        bigint not null,
    parcels     integer not null,
    today       date not null,
    zone_code   text not null,
    -- How many demo counties stand before this one; it gets a code, a place and keys of its own.
    ordinal     integer not null,
    county_code text not null,
    -- Metres on the ground for a metre of the plan: a register of a million parcels is drawn smaller.
    shrink      double precision not null,
    enterprises integer not null,
    -- With a replay, years of dated moves are written one month after the other; else all in one change.
    replayed    boolean not null,
    -- Parcel n has the key first_id + n.
    first_id    bigint not null
);

-- Statements that make again what 11_set_aside sets aside; those with a lane are run after the commit.
create unlogged table demo_aside (place integer generated always as identity, of_table regclass not null, statement text not null, in_lane text);

create or replace function pg_temp.demo_draw(thing bigint, purpose bigint) returns double precision
language sql immutable parallel safe as $$
    select (hashint8extended(thing, purpose) & 9007199254740991)::double precision / 9007199254740992::double precision
$$;

-- Plan coordinates (metres, from the middle of the zone) of a lattice point: two swings bend every street, one turn of
-- 13 degrees takes the lattice off the compass. A point shared by two parcels goes through the same sums in both.
create or replace function pg_temp.demo_plan(x double precision, y double precision) returns geometry
language sql immutable parallel safe as $$
    select st_point(
        0.97437 * (x + 330 * sin(y / 1750 + 0.6) + 60 * sin(x / 1100 + y / 2300))
        - 0.22495 * (y + 360 * sin(x / 2100 + 1.9) + 55 * sin(y / 1500 - x / 2700)),
        0.22495 * (x + 330 * sin(y / 1750 + 0.6) + 60 * sin(x / 1100 + y / 2300))
        + 0.97437 * (y + 360 * sin(x / 2100 + 1.9) + 55 * sin(y / 1500 - x / 2700)))
$$;

-- Plan to ground: EPSG:4547 (CGCS2000, 3-degree Gauss-Krueger, 114 E) to EPSG:4490. Each further county lies 90 km north.
create or replace function pg_temp.demo_ground(plan geometry, shrink double precision, ordinal integer) returns geometry
language sql immutable parallel safe as $$
    select st_transform(st_setsrid(
        st_affine(plan, shrink, 0, 0, shrink, 471000, 3398000 + 90000 * ordinal), 4547), 4490)
$$;
