-- Conditions under which land shall be supplied again: figures of the planning conditions, indicators of standard land and the
-- basis of the price. A fact like the others: it counts from its day on, and the latest one of a day counts.
create table registry.supply_conditions (
    id                         bigint generated always as identity,
    parcel_id                  bigint not null,
    on_day                     date not null,
    number                     text,
    floor_area_ratio_min       numeric(6, 3),
    floor_area_ratio_max       numeric(6, 3),
    building_density_max       numeric(5, 4),
    green_ratio_min            numeric(5, 4),
    height_max_metres          numeric(7, 2),
    investment_per_mu_yuan     numeric(18, 2),
    output_per_mu_yuan         numeric(18, 2),
    tax_per_mu_yuan            numeric(18, 2),
    energy_per_output_max      numeric(10, 4),
    emission_limit             text,
    term_years                 smallint,
    price_per_mu_yuan          numeric(18, 2),
    price_basis                text,
    note                       text,
    source                     text,
    document_id                bigint,
    withdrawn                  boolean not null default false,
    version                    integer not null default 1,
    change_id                  bigint not null,
    constraint supply_conditions_pk primary key (id),
    constraint supply_conditions_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint supply_conditions_document_fk foreign key (document_id) references registry.document (id),
    constraint supply_conditions_change_fk foreign key (change_id) references registry.change (id),
    constraint supply_conditions_ratio_in_order check (floor_area_ratio_max >= floor_area_ratio_min),
    constraint supply_conditions_shares_in_range check (building_density_max between 0 and 1 and green_ratio_min between 0 and 1),
    constraint supply_conditions_price_basis_known check (price_basis in ('benchmark', 'appraisal', 'lowest', 'negotiated'))
);
comment on table registry.supply_conditions is 'Conditions of supply (供应条件) of a parcel: planning figures, indicators and price basis.';
comment on column registry.supply_conditions.id is 'Key, in order of recording.';
comment on column registry.supply_conditions.parcel_id is 'The parcel it is about.';
comment on column registry.supply_conditions.on_day is 'The day from which the conditions count.';
comment on column registry.supply_conditions.number is 'Number of the paper (规划条件通知书 and the like).';
comment on column registry.supply_conditions.floor_area_ratio_min is 'Least floor area ratio (容积率).';
comment on column registry.supply_conditions.floor_area_ratio_max is 'Greatest floor area ratio.';
comment on column registry.supply_conditions.building_density_max is 'Greatest building density, 0 to 1.';
comment on column registry.supply_conditions.green_ratio_min is 'Least green ratio, 0 to 1.';
comment on column registry.supply_conditions.height_max_metres is 'Height limit, metres.';
comment on column registry.supply_conditions.investment_per_mu_yuan is 'Least investment, yuan per mu.';
comment on column registry.supply_conditions.output_per_mu_yuan is 'Least yearly output, yuan per mu.';
comment on column registry.supply_conditions.tax_per_mu_yuan is 'Least yearly tax, yuan per mu.';
comment on column registry.supply_conditions.energy_per_output_max is 'Greatest energy per output, tonnes of standard coal per 10,000 yuan.';
comment on column registry.supply_conditions.emission_limit is 'Limit of emissions, in words.';
comment on column registry.supply_conditions.term_years is 'Term of the right to be granted, years.';
comment on column registry.supply_conditions.price_per_mu_yuan is 'Price from which the offer starts, yuan per mu.';
comment on column registry.supply_conditions.price_basis is 'What the price rests on: benchmark (基准地价), appraisal (评估价), lowest (最低价标准) or negotiated (集体决策底价).';
comment on column registry.supply_conditions.note is 'Remarks in words.';
comment on column registry.supply_conditions.source is 'Where it was taken from, in words.';
comment on column registry.supply_conditions.document_id is 'The document that shows it.';
comment on column registry.supply_conditions.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.supply_conditions.version is 'Row version, grows with each update.';
comment on column registry.supply_conditions.change_id is 'The change that wrote this version.';
create index supply_conditions_parcel_ix on registry.supply_conditions (parcel_id);
create index supply_conditions_document_ix on registry.supply_conditions (document_id) where document_id is not null;
call registry.keep_records_of('supply_conditions');
call registry.gather_records();

-- The few parcels that the re-tender list is about, in its orders.
create index parcel_retender_by_code_ix on registry.parcel (sort_code, id)
    where ended_on is null and status in ('reserved', 'ready', 'listed', 'awarded');
create index parcel_retender_by_area_ix on registry.parcel (sort_area, id)
    where ended_on is null and status in ('reserved', 'ready', 'listed', 'awarded');
create index readiness_segment_answer_ix on registry.readiness_segment (parcel_id, from_on) include (is_ready, blocking);

create function registry.retender_matching(
    statuses       text[],
    zone_ids       bigint[],
    land_use_codes text[],
    min_area       numeric,
    max_area       numeric,
    held           boolean,
    search         text[],
    box            geometry,
    officers       text[],
    causes         text[],
    spelled        text[],
    as_of          date,
    settled        text[],
    ready          boolean,
    most_blocking  integer,
    blocked_by     text[],
    since          date)
returns table (parcel_id bigint, sort_code text, sort_area numeric, zone_id bigint, land_use_code text, area_square_metres numeric, ready_on date, blocking text[])
language sql stable as $$
    select p.id, p.sort_code, p.sort_area, p.zone_id, p.land_use_code, p.area_square_metres,
           case when s.is_ready then greatest(s.from_on, case when p.status = 'reserved' then p.status_since end) end,
           s.blocking
    from registry.parcels_matching(statuses, zone_ids, land_use_codes, min_area, max_area, held, search, box, officers, causes, spelled) p
    left join lateral (
        select r.from_on, r.is_ready,
               case when settled is null then r.blocking else array(select b from unnest(r.blocking) b where b <> all (settled)) end as blocking
        from registry.readiness_segment r
        where r.parcel_id = p.id and r.from_on <= as_of
        order by r.from_on desc
        limit 1
    ) s on true
    where (ready is null or coalesce(cardinality(s.blocking) = 0, false) = ready)
      and (most_blocking is null or cardinality(s.blocking) <= most_blocking)
      and (blocked_by is null or s.blocking && blocked_by)
      and (since is null or (s.is_ready and greatest(s.from_on, case when p.status = 'reserved' then p.status_since end) >= since))
$$;
comment on function registry.retender_matching(text[], bigint[], text[], numeric, numeric, boolean, text[], geometry, text[], text[], text[], date, text[], boolean, integer, text[], date) is
    'Parcels of the one filter with their readiness on a day. settled are item codes taken as settled (a scenario); ready asks for those that nothing '
    'blocks or for the others; most_blocking and blocked_by restrict what blocks; since asks for those that became ready on or after a day. '
    'Null means any. ready_on is the day from which every item holds without assumption; blocking is null where the readiness is not computed yet.';
