-- Keys of the parcels are taken in one block, while nobody else enters parcels.
lock table registry.parcel in share row exclusive mode;
insert into demo_setting (seed, parcels, today, zone_code, ordinal, county_code, shrink, enterprises, replayed, first_id)
select @seed, @parcels, @today, @zone, demo.counties, (990127 + demo.counties)::text,
       -- At most 51 km on the ground, which is 60 km in the metres of the web map.
       least(1, 51000 / sqrt(@parcels * 31000.0)),
       greatest(1, case when @parcels > 5000 then @parcels / 10 else @parcels * 3 / 4 end), @replayed,
       nextval(pg_get_serial_sequence('registry.parcel', 'id')) - 1
from (select count(*)::integer as counties from registry.zone where kind = 'county' and county_is_invented) demo;
select setval(pg_get_serial_sequence('registry.parcel', 'id'), (select first_id + parcels from demo_setting));
analyze demo_setting;
