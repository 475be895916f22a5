-- The zone of the 3-degree Gauss-Krueger projection without zone prefix: EPSG:4534 (75 E) to EPSG:4554 (135 E).
create function registry.gauss_kruger_srid(longitude double precision) returns integer
language sql immutable parallel safe as $$
    select case when round(longitude / 3) between 25 and 45 then 4534 + round(longitude / 3)::integer - 25 end
$$;
comment on function registry.gauss_kruger_srid(double precision) is
    'SRID of the 3-degree Gauss-Krueger zone (CGCS2000, no zone prefix) that a longitude lies in; null outside 73.5 to 136.5 E.';

create function registry.measured_area(boundary geometry, longitude double precision) returns double precision
language sql immutable parallel safe as $$
    select case
        when registry.gauss_kruger_srid(longitude) is null then st_area(boundary::geography)
        else st_area(st_transform(boundary, registry.gauss_kruger_srid(longitude)))
    end
$$;
comment on function registry.measured_area(geometry, double precision) is
    'Area in square metres in the 3-degree Gauss-Krueger zone of the longitude; on the ellipsoid outside those zones.';

create table registry.parcel (
    id                         bigint generated always as identity,
    code                       text,
    name                       text,
    address                    text,
    zone_id                    bigint not null,
    county_code                text,
    boundary                   geometry(MultiPolygon, 4490),
    location                   geometry(Point, 4490) not null,
    shape_mercator             geometry(Geometry, 3857) not null,
    location_is_estimated      boolean not null default false,
    stated_area_square_metres   numeric(16, 2),
    measured_area_square_metres numeric(16, 2),
    area_square_metres         numeric(16, 2) generated always as (coalesce(measured_area_square_metres, stated_area_square_metres)) stored,
    area_srid                  integer,
    land_use_code              text,
    land_use_system            text,
    right_type                 text,
    ownership                  text,
    status                     text not null,
    status_since               date not null,
    idle_kind                  text,
    idle_cause                 text,
    hold_reason                text,
    hold_until                 date,
    on_hold                    boolean not null generated always as (hold_reason is not null) stored,
    source                     text not null,
    source_id                  text,
    source_updated_on          date,
    source_record              jsonb,
    last_checked_on            date,
    last_checked_by            text,
    remarks                    text,
    ended_on                   date,
    sort_code                  text collate "C" not null generated always as (coalesce(code, '~')) stored,
    sort_area                  numeric(16, 2) not null generated always as (coalesce(measured_area_square_metres, stated_area_square_metres, -1)) stored,
    status_rank                smallint not null generated always as (case status
        when 'in_use' then 1 when 'suspected' then 2 when 'investigating' then 3 when 'idle' then 4
        when 'low_efficiency' then 5 when 'disposing' then 6 when 'reserved' then 7 when 'ready' then 8
        when 'listed' then 9 when 'awarded' then 10 when 'closed' then 11 end) stored,
    version                    integer not null default 1,
    updated_at                 timestamptz not null,
    change_id                  bigint not null,
    constraint parcel_pk primary key (id),
    constraint parcel_zone_fk foreign key (zone_id) references registry.zone (id),
    constraint parcel_change_fk foreign key (change_id) references registry.change (id),
    constraint parcel_source_id_unique unique (source, source_id),
    constraint parcel_code_form check (code ~ '^[0-9]{12}[A-Z]{2}[0-9]{5}$'),
    constraint parcel_county_code_form check (county_code ~ '^[0-9]{6}$'),
    constraint parcel_boundary_valid check (st_isvalid(boundary) and not st_isempty(boundary)),
    constraint parcel_location_on_earth check (st_x(location) between -180 and 180 and st_y(location) between -85 and 85),
    constraint parcel_stated_area_positive check (stated_area_square_metres > 0),
    constraint parcel_status_known check (status in ('in_use', 'suspected', 'investigating', 'idle', 'low_efficiency',
        'disposing', 'reserved', 'ready', 'listed', 'awarded', 'closed')),
    constraint parcel_idle_kind_known check (idle_kind in ('A', 'B')),
    constraint parcel_idle_cause_known check (idle_cause in ('government', 'holder', 'force_majeure')),
    constraint parcel_right_type_known check (right_type in ('granted', 'allocated', 'leased', 'contributed', 'collective_granted', 'collective_leased')),
    constraint parcel_ownership_known check (ownership in ('state', 'collective', 'private', 'mixed')),
    constraint parcel_hold_until_needs_reason check (hold_until is null or hold_reason is not null),
    constraint parcel_land_use_has_system check ((land_use_code is null) = (land_use_system is null))
);
comment on table registry.parcel is 'A parcel of land (宗地), surveyed (with a boundary) or known by a point only.';
comment on column registry.parcel.id is 'Key; also the feature id in tiles.';
comment on column registry.parcel.code is 'Parcel code (宗地代码), 19 characters; null when not known.';
comment on column registry.parcel.name is 'Name of the site.';
comment on column registry.parcel.address is 'Location in words (坐落).';
comment on column registry.parcel.zone_id is 'The zone the parcel belongs to.';
comment on column registry.parcel.county_code is 'County code of GB/T 2260; the key to partition by; null outside China.';
comment on column registry.parcel.boundary is 'Boundary, CGCS2000 geographic (EPSG:4490), longitude first, holes kept; null until surveyed.';
comment on column registry.parcel.location is 'A point inside the boundary, or the known point of an unsurveyed parcel (EPSG:4490, longitude first).';
comment on column registry.parcel.shape_mercator is 'Boundary or point in EPSG:3857, derived, what tiles are cut from and boxes are searched in.';
comment on column registry.parcel.location_is_estimated is 'True when the point was not measured on the parcel.';
comment on column registry.parcel.stated_area_square_metres is 'Area by contract or source, square metres; null when unknown.';
comment on column registry.parcel.measured_area_square_metres is 'Area of the boundary in its 3-degree Gauss-Krueger zone, square metres; null until surveyed.';
comment on column registry.parcel.area_square_metres is 'The area to count with: measured, else stated, else null.';
comment on column registry.parcel.area_srid is 'SRID in which the area was measured; null when on the ellipsoid or not measured.';
comment on column registry.parcel.land_use_code is 'Land-use code in its code system.';
comment on column registry.parcel.land_use_system is 'Code system of the land use, for instance GB/T 21010-2017.';
comment on column registry.parcel.right_type is 'Right by which the land is held: granted (出让), allocated (划拨), leased (租赁), contributed (作价出资), collective_granted, collective_leased.';
comment on column registry.parcel.ownership is 'Ownership of the land: state, collective, private or mixed; null when unknown.';
comment on column registry.parcel.status is 'Status of the register (docs/glossary.md); moved only by legal moves.';
comment on column registry.parcel.status_since is 'The day from which the status holds.';
comment on column registry.parcel.idle_kind is 'A: never started (Order 53 Article 2 paragraph 1). B: started, then stopped (paragraph 2).';
comment on column registry.parcel.idle_cause is 'Whose cause the idleness is: government, holder or force_majeure (Order 53 Articles 8 and 10).';
comment on column registry.parcel.hold_reason is 'Why the parcel is on hold; null when it is not.';
comment on column registry.parcel.hold_until is 'Until when it is on hold; null for no stated end.';
comment on column registry.parcel.on_hold is 'True while a hold reason stands.';
comment on column registry.parcel.source is 'Where the row comes from: officer, demo, or an import profile.';
comment on column registry.parcel.source_id is 'Key of the row in its source.';
comment on column registry.parcel.source_updated_on is 'The date the source says it last updated the row.';
comment on column registry.parcel.source_record is 'The row as the source had it, so that nothing is lost in translation.';
comment on column registry.parcel.last_checked_on is 'When somebody last checked the parcel on the ground.';
comment on column registry.parcel.last_checked_by is 'Who checked it.';
comment on column registry.parcel.remarks is 'Remarks in words.';
comment on column registry.parcel.ended_on is 'When the row ended (split, merged, entered by mistake); null while it stands.';
comment on column registry.parcel.sort_code is 'Sort key of the code; unknown codes come last.';
comment on column registry.parcel.sort_area is 'Sort key of the area; unknown areas count as -1.';
comment on column registry.parcel.status_rank is 'Sort key of the status, in the order of the process.';
comment on column registry.parcel.version is 'Row version, grows with each update; the ETag derives from it.';
comment on column registry.parcel.updated_at is 'When this version was written.';
comment on column registry.parcel.change_id is 'The change that wrote this version.';

create function registry.parcel_derive() returns trigger language plpgsql as $$
begin
    new.change_id := registry.current_change();
    new.updated_at := current_setting('registry.changed_at')::timestamptz;
    if tg_op = 'UPDATE' then
        new.version := old.version + 1;
        if new.boundary is not distinct from old.boundary and new.location ~= old.location then
            return new;
        end if;
    end if;
    if new.boundary is not null then
        if new.location is null or not st_intersects(new.boundary, new.location) then
            new.location := st_pointonsurface(new.boundary);
        end if;
        new.area_srid := registry.gauss_kruger_srid(st_x(new.location));
        new.measured_area_square_metres := registry.measured_area(new.boundary, st_x(new.location));
    else
        new.area_srid := null;
        new.measured_area_square_metres := null;
    end if;
    -- CGCS2000 and WGS 84 are shown as one, so no datum shift is asked of PROJ.
    new.shape_mercator := st_transform(st_setsrid(coalesce(new.boundary, new.location), 4326), 3857);
    return new;
end $$;
comment on function registry.parcel_derive() is 'Stamps a parcel with change and version and derives point, area and map shape from its boundary.';
create trigger parcel_is_derived before insert or update on registry.parcel
    for each row execute function registry.parcel_derive();
create trigger parcel_is_kept before delete or truncate on registry.parcel
    for each statement execute function registry.refuse_removal();

create unique index parcel_code_unique on registry.parcel (code) where code is not null and ended_on is null;
create index parcel_shape_mercator_ix on registry.parcel using gist (shape_mercator);
create index parcel_point_ix on registry.parcel using gist (shape_mercator) where boundary is null and ended_on is null;
create index parcel_boundary_ix on registry.parcel using gist (boundary);
create index parcel_by_code_ix on registry.parcel (sort_code, id) where ended_on is null;
create index parcel_by_area_ix on registry.parcel (sort_area, id) where ended_on is null;
create index parcel_by_updated_ix on registry.parcel (updated_at, id) where ended_on is null;
create index parcel_by_status_ix on registry.parcel (status_rank, id) where ended_on is null;
create index parcel_status_by_code_ix on registry.parcel (status, sort_code, id) where ended_on is null;
create index parcel_status_by_area_ix on registry.parcel (status, sort_area, id) where ended_on is null;
create index parcel_status_by_updated_ix on registry.parcel (status, updated_at, id) where ended_on is null;
create index parcel_zone_by_code_ix on registry.parcel (zone_id, sort_code, id) where ended_on is null;
create index parcel_zone_by_area_ix on registry.parcel (zone_id, sort_area, id) where ended_on is null;
create index parcel_land_use_by_code_ix on registry.parcel (land_use_code, sort_code, id) where ended_on is null;
create index parcel_land_use_by_area_ix on registry.parcel (land_use_code, sort_area, id) where ended_on is null;
create index parcel_on_hold_ix on registry.parcel (sort_code, id) where on_hold and ended_on is null;

create table registry.contract (
    id                            bigint generated always as identity,
    parcel_id                     bigint not null,
    kind                          text not null,
    number                        text,
    supervision_number            text,
    signed_on                     date,
    agreed_delivery_on            date,
    agreed_commencement_on        date,
    agreed_completion_on          date,
    term_years                    smallint,
    price_yuan                    numeric(18, 2),
    developable_area_square_metres numeric(16, 2),
    total_investment_yuan         numeric(18, 2),
    floor_area_ratio_min          numeric(6, 3),
    floor_area_ratio_max          numeric(6, 3),
    building_density_max          numeric(5, 4),
    green_ratio_min               numeric(5, 4),
    height_max_metres             numeric(7, 2),
    investment_per_mu_yuan        numeric(18, 2),
    tax_per_mu_yuan               numeric(18, 2),
    change_id                     bigint not null,
    constraint contract_pk primary key (id),
    constraint contract_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint contract_change_fk foreign key (change_id) references registry.change (id),
    constraint contract_kind_known check (kind in ('contract', 'supplementary')),
    constraint contract_price_not_negative check (price_yuan >= 0),
    constraint contract_dates_in_order check (agreed_completion_on >= agreed_commencement_on)
);
comment on table registry.contract is 'A land contract (出让合同) or supplementary agreement (补充协议) of a parcel.';
comment on column registry.contract.id is 'Key.';
comment on column registry.contract.parcel_id is 'The parcel it is about.';
comment on column registry.contract.kind is 'contract or supplementary.';
comment on column registry.contract.number is 'Contract number.';
comment on column registry.contract.supervision_number is 'Electronic supervision number (电子监管号).';
comment on column registry.contract.signed_on is 'Date of signature.';
comment on column registry.contract.agreed_delivery_on is 'Agreed date of delivery of the land.';
comment on column registry.contract.agreed_commencement_on is 'Agreed date to start works (约定动工日期); a later agreement replaces an earlier one.';
comment on column registry.contract.agreed_completion_on is 'Agreed date to complete works.';
comment on column registry.contract.term_years is 'Term of the right, years.';
comment on column registry.contract.price_yuan is 'Price of the right, yuan.';
comment on column registry.contract.developable_area_square_metres is 'Area that has to be developed, square metres (Order 53 Article 2).';
comment on column registry.contract.total_investment_yuan is 'Total investment without land price and taxes, yuan (Order 53 Article 30).';
comment on column registry.contract.floor_area_ratio_min is 'Lowest floor area ratio (容积率).';
comment on column registry.contract.floor_area_ratio_max is 'Highest floor area ratio.';
comment on column registry.contract.building_density_max is 'Highest building density, 0 to 1.';
comment on column registry.contract.green_ratio_min is 'Lowest green ratio, 0 to 1.';
comment on column registry.contract.height_max_metres is 'Height limit, metres.';
comment on column registry.contract.investment_per_mu_yuan is 'Agreed investment, yuan per mu.';
comment on column registry.contract.tax_per_mu_yuan is 'Agreed yearly tax, yuan per mu.';
comment on column registry.contract.change_id is 'The change that recorded it.';
create index contract_parcel_ix on registry.contract (parcel_id);

create table registry.encumbrance (
    id            bigint generated always as identity,
    parcel_id     bigint not null,
    kind          text not null,
    holder        text,
    registered_on date,
    released_on   date,
    note          text,
    change_id     bigint not null,
    constraint encumbrance_pk primary key (id),
    constraint encumbrance_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint encumbrance_change_fk foreign key (change_id) references registry.change (id),
    constraint encumbrance_kind_known check (kind in ('mortgage', 'seizure', 'lease', 'dispute', 'court')),
    constraint encumbrance_dates_in_order check (released_on >= registered_on)
);
comment on table registry.encumbrance is 'What burdens a parcel: mortgage, seizure, lease, dispute, court matter.';
comment on column registry.encumbrance.id is 'Key.';
comment on column registry.encumbrance.parcel_id is 'The parcel burdened.';
comment on column registry.encumbrance.kind is 'mortgage, seizure, lease, dispute or court.';
comment on column registry.encumbrance.holder is 'Who holds it: bank, court, tenant, claimant.';
comment on column registry.encumbrance.registered_on is 'From when; null when unknown.';
comment on column registry.encumbrance.released_on is 'When it ended; null while it stands.';
comment on column registry.encumbrance.note is 'Remarks in words.';
comment on column registry.encumbrance.change_id is 'The change that recorded it.';
create index encumbrance_parcel_ix on registry.encumbrance (parcel_id);

create table registry.occupancy (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    parcel_id     bigint not null,
    role          text not null,
    from_on       date,
    to_on         date,
    change_id     bigint not null,
    constraint occupancy_pk primary key (id),
    constraint occupancy_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint occupancy_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint occupancy_change_fk foreign key (change_id) references registry.change (id),
    constraint occupancy_role_known check (role in ('holder', 'lessee', 'occupier')),
    constraint occupancy_period_in_order check (to_on >= from_on)
);
comment on table registry.occupancy is 'An enterprise on a parcel over a period, in a role.';
comment on column registry.occupancy.id is 'Key.';
comment on column registry.occupancy.enterprise_id is 'The enterprise.';
comment on column registry.occupancy.parcel_id is 'The parcel.';
comment on column registry.occupancy.role is 'holder (使用权人), lessee (承租人) or occupier (实际使用人).';
comment on column registry.occupancy.from_on is 'First day; null when unknown.';
comment on column registry.occupancy.to_on is 'Last day, inclusive; null while it lasts.';
comment on column registry.occupancy.change_id is 'The change that recorded it.';
create index occupancy_parcel_ix on registry.occupancy (parcel_id);
create index occupancy_enterprise_ix on registry.occupancy (enterprise_id);

create function registry.fact_stamp() returns trigger language plpgsql as $$
begin
    new.change_id := registry.current_change();
    return new;
end $$;
comment on function registry.fact_stamp() is 'Stamps a recorded fact with its change.';
create trigger contract_is_stamped before insert or update on registry.contract
    for each row execute function registry.fact_stamp();
create trigger encumbrance_is_stamped before insert or update on registry.encumbrance
    for each row execute function registry.fact_stamp();
create trigger occupancy_is_stamped before insert or update on registry.occupancy
    for each row execute function registry.fact_stamp();
create trigger contract_is_kept before delete or truncate on registry.contract
    for each statement execute function registry.refuse_removal();
create trigger encumbrance_is_kept before delete or truncate on registry.encumbrance
    for each statement execute function registry.refuse_removal();
create trigger occupancy_is_kept before delete or truncate on registry.occupancy
    for each statement execute function registry.refuse_removal();
