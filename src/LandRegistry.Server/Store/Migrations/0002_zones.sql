create table registry.zone (
    id                 bigint generated always as identity,
    parent_id          bigint,
    code               text not null,
    name_zh            text not null,
    name_en            text not null,
    kind               text not null,
    county_code        text,
    county_is_invented boolean not null default false,
    extent             geometry(MultiPolygon, 4490),
    version            integer not null default 1,
    change_id          bigint not null,
    constraint zone_pk primary key (id),
    constraint zone_code_unique unique (code),
    constraint zone_parent_fk foreign key (parent_id) references registry.zone (id),
    constraint zone_change_fk foreign key (change_id) references registry.change (id),
    constraint zone_not_its_own_parent check (parent_id <> id),
    constraint zone_kind_known check (kind in ('country', 'province', 'city', 'county', 'development_zone', 'park', 'area')),
    constraint zone_county_code_form check (county_code ~ '^[0-9]{6}$'),
    constraint zone_extent_valid check (st_isvalid(extent))
);
comment on table registry.zone is 'A tree of areas that the register is kept for: county, development zone, park.';
comment on column registry.zone.id is 'Key.';
comment on column registry.zone.parent_id is 'The zone that this one lies in; null at the top.';
comment on column registry.zone.code is 'Short stable code of the zone, unique.';
comment on column registry.zone.name_zh is 'Name in Chinese.';
comment on column registry.zone.name_en is 'Name in English.';
comment on column registry.zone.kind is 'country, province, city, county, development_zone, park or area.';
comment on column registry.zone.county_code is 'County code of GB/T 2260, six digits; null outside China.';
comment on column registry.zone.county_is_invented is 'True for a county code made up for demonstration.';
comment on column registry.zone.extent is 'Extent, CGCS2000 geographic (EPSG:4490), longitude first; null when not loaded.';
comment on column registry.zone.version is 'Row version, grows with each update.';
comment on column registry.zone.change_id is 'The change that wrote this version.';
create index zone_parent_ix on registry.zone (parent_id);

create function registry.row_stamp() returns trigger language plpgsql as $$
begin
    new.change_id := registry.current_change();
    if tg_op = 'UPDATE' then
        new.version := old.version + 1;
    end if;
    return new;
end $$;
comment on function registry.row_stamp() is 'Stamps a row with its change and its next version (zones, enterprises).';
create trigger zone_is_stamped before insert or update on registry.zone
    for each row execute function registry.row_stamp();
create trigger zone_is_kept before delete or truncate on registry.zone
    for each statement execute function registry.refuse_removal();

create function registry.zones_with_descendants(zone_ids bigint[]) returns bigint[] language sql stable as $$
    with recursive below as (
        select id from registry.zone where id = any (zone_ids)
        union
        select z.id from registry.zone z join below b on z.parent_id = b.id
    )
    select coalesce(array_agg(id), '{}') from below
$$;
comment on function registry.zones_with_descendants(bigint[]) is 'The zones named and all zones below them.';

create table registry.land_use (
    code    text not null,
    system  text not null,
    name_zh text not null,
    name_en text not null,
    constraint land_use_pk primary key (system, code)
);
comment on table registry.land_use is 'Land-use classes by code system; a parcel may carry a code that is not listed.';
comment on column registry.land_use.code is 'Code of the class in its system.';
comment on column registry.land_use.system is 'Code system, for instance GB/T 21010-2017.';
comment on column registry.land_use.name_zh is 'Name in Chinese.';
comment on column registry.land_use.name_en is 'Name in English.';

insert into registry.land_use (code, system, name_zh, name_en) values
    ('0501', 'GB/T 21010-2017', '零售商业用地', 'Retail'),
    ('0502', 'GB/T 21010-2017', '批发市场用地', 'Wholesale market'),
    ('0503', 'GB/T 21010-2017', '餐饮用地', 'Catering'),
    ('0504', 'GB/T 21010-2017', '旅馆用地', 'Hotel'),
    ('0505', 'GB/T 21010-2017', '商务金融用地', 'Business and finance'),
    ('0507', 'GB/T 21010-2017', '其他商服用地', 'Other commercial services'),
    ('0601', 'GB/T 21010-2017', '工业用地', 'Industrial'),
    ('0602', 'GB/T 21010-2017', '采矿用地', 'Mining'),
    ('0603', 'GB/T 21010-2017', '盐田', 'Salt pan'),
    ('0604', 'GB/T 21010-2017', '仓储用地', 'Storage'),
    ('0701', 'GB/T 21010-2017', '城镇住宅用地', 'Urban residential'),
    ('0801', 'GB/T 21010-2017', '机关团体用地', 'Public institutions'),
    ('0804', 'GB/T 21010-2017', '科研用地', 'Research'),
    ('0809', 'GB/T 21010-2017', '公用设施用地', 'Public utilities'),
    ('0810', 'GB/T 21010-2017', '公园与绿地', 'Parks and green space'),
    ('1005', 'GB/T 21010-2017', '交通服务场站用地', 'Transport stations');
