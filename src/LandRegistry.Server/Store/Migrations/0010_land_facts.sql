-- What happened to a parcel, each fact with its own day, its source and the document that shows it. A fact counts from its
-- day on, whenever it was recorded. Kinds that are a day and little else share one table.
create table registry.land_fact (
    id          bigint generated always as identity,
    parcel_id   bigint not null,
    kind        text not null,
    on_day       date not null,
    test        text,
    value       text,
    number      text,
    note        text,
    source      text,
    document_id bigint,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint land_fact_pk primary key (id),
    constraint land_fact_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint land_fact_change_fk foreign key (change_id) references registry.change (id),
    constraint land_fact_kind_known check (kind in ('delivery', 'construction_permit', 'actual_start', 'filing', 'completion', 'right_ended',
        'right_registered', 'planning_conditions', 'survey_updated', 'soil_survey', 'former_use', 'title_search',
        'compensation_search', 'publication', 'publication_withdrawn', 'willingness', 'standard_land')),
    constraint land_fact_test_known check (test is null or (kind = 'actual_start' and test in ('pit_dug', 'piles_driven', 'foundation_third'))),
    constraint land_fact_value_known check (case kind
        when 'former_use' then value is not null and value in ('industrial', 'other')
        when 'willingness' then value is not null and value in ('willing', 'watching', 'refusing')
        when 'standard_land' then value is not null and value in ('required', 'set', 'not_required')
        else value is null end)
);
comment on table registry.land_fact is 'A fact of a parcel that is a day and its evidence.';
comment on column registry.land_fact.id is 'Key.';
comment on column registry.land_fact.parcel_id is 'The parcel it is about.';
comment on column registry.land_fact.kind is 'delivery, construction_permit, actual_start, filing, completion, right_ended, right_registered, planning_conditions, survey_updated, ... (docs/glossary.md).';
comment on column registry.land_fact.on_day is 'The day from which it counts.';
comment on column registry.land_fact.test is 'actual_start: which test of Order 53 Article 30 was met, pit_dug, piles_driven or foundation_third; null when not stated.';
comment on column registry.land_fact.value is 'What was found: former_use industrial or other; willingness willing, watching or refusing; standard_land required, set or not_required.';
comment on column registry.land_fact.number is 'Number of filing, permit, certificate or paper.';
comment on column registry.land_fact.note is 'Remarks in words.';
comment on column registry.land_fact.source is 'Where it was taken from, in words.';
comment on column registry.land_fact.document_id is 'The document that shows it; null when there is none.';
comment on column registry.land_fact.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.land_fact.version is 'Row version, grows with each update.';
comment on column registry.land_fact.change_id is 'The change that wrote this version.';
create index land_fact_parcel_ix on registry.land_fact (parcel_id);
call registry.keep_records_of('land_fact');

create table registry.progress_report (
    id                           bigint generated always as identity,
    parcel_id                    bigint not null,
    as_of                        date not null,
    developed_area_square_metres numeric(16, 2),
    invested_yuan                numeric(18, 2),
    civil_works_percent          numeric(5, 2),
    equipment_percent            numeric(5, 2),
    note                         text,
    source                       text,
    document_id                  bigint,
    withdrawn                    boolean not null default false,
    version                      integer not null default 1,
    change_id                    bigint not null,
    constraint progress_report_pk primary key (id),
    constraint progress_report_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint progress_report_change_fk foreign key (change_id) references registry.change (id),
    constraint progress_report_figures_in_range check (developed_area_square_metres >= 0 and invested_yuan >= 0),
    constraint progress_report_percents_in_range check (civil_works_percent between 0 and 100 and equipment_percent between 0 and 100)
);
comment on table registry.progress_report is 'How far works were on a day; each figure may be unknown by itself.';
comment on column registry.progress_report.id is 'Key.';
comment on column registry.progress_report.parcel_id is 'The parcel it is about.';
comment on column registry.progress_report.as_of is 'The day seen.';
comment on column registry.progress_report.developed_area_square_metres is 'Developed area, square metres.';
comment on column registry.progress_report.invested_yuan is 'Invested, without land price and taxes, yuan (Order 53 Article 30).';
comment on column registry.progress_report.civil_works_percent is 'Civil works done, 0 to 100.';
comment on column registry.progress_report.equipment_percent is 'Equipment installed, 0 to 100.';
comment on column registry.progress_report.note is 'Remarks in words.';
comment on column registry.progress_report.source is 'Where it was taken from, in words.';
comment on column registry.progress_report.document_id is 'The document that shows it; null when there is none.';
comment on column registry.progress_report.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.progress_report.version is 'Row version, grows with each update.';
comment on column registry.progress_report.change_id is 'The change that wrote this version.';
create index progress_report_parcel_ix on registry.progress_report (parcel_id);
call registry.keep_records_of('progress_report');

create table registry.stoppage (
    id          bigint generated always as identity,
    parcel_id   bigint not null,
    from_on     date not null,
    to_on       date,
    causes      text[] not null default '{}',
    note        text,
    source      text,
    document_id bigint,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint stoppage_pk primary key (id),
    constraint stoppage_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint stoppage_change_fk foreign key (change_id) references registry.change (id),
    constraint stoppage_dates_in_order check (to_on > from_on)
);
comment on table registry.stoppage is 'A time during which works stood still or could not start, with its causes.';
comment on column registry.stoppage.id is 'Key.';
comment on column registry.stoppage.parcel_id is 'The parcel it is about.';
comment on column registry.stoppage.from_on is 'First day.';
comment on column registry.stoppage.to_on is 'Day of resumption, exclusive; null while it lasts.';
comment on column registry.stoppage.causes is 'Codes of the causes of the law (Order 53 Articles 8 and 14); empty when unknown.';
comment on column registry.stoppage.note is 'Remarks in words.';
comment on column registry.stoppage.source is 'Where it was taken from, in words.';
comment on column registry.stoppage.document_id is 'The document that shows it; null when there is none.';
comment on column registry.stoppage.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.stoppage.version is 'Row version, grows with each update.';
comment on column registry.stoppage.change_id is 'The change that wrote this version.';
create index stoppage_parcel_ix on registry.stoppage (parcel_id);
call registry.keep_records_of('stoppage');

create table registry.infrastructure (
    id          bigint generated always as identity,
    parcel_id   bigint not null,
    item        text not null,
    on_day       date not null,
    quantity    numeric(14, 2),
    unit        text,
    note        text,
    source      text,
    document_id bigint,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint infrastructure_pk primary key (id),
    constraint infrastructure_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint infrastructure_change_fk foreign key (change_id) references registry.change (id),
    constraint infrastructure_item_said check (item <> ''),
    constraint infrastructure_quantity_not_negative check (quantity >= 0)
);
comment on table registry.infrastructure is 'A thing the site has: road, water, power, level ground and others, with its quantity.';
comment on column registry.infrastructure.id is 'Key.';
comment on column registry.infrastructure.parcel_id is 'The parcel it is about.';
comment on column registry.infrastructure.item is 'road, water, power, level_ground and others of the zone standard.';
comment on column registry.infrastructure.on_day is 'The day from which it is there.';
comment on column registry.infrastructure.quantity is 'How much of it; null when unknown.';
comment on column registry.infrastructure.unit is 'Unit of the quantity, for instance 米 or 盏.';
comment on column registry.infrastructure.note is 'Remarks in words.';
comment on column registry.infrastructure.source is 'Where it was taken from, in words.';
comment on column registry.infrastructure.document_id is 'The document that shows it; null when there is none.';
comment on column registry.infrastructure.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.infrastructure.version is 'Row version, grows with each update.';
comment on column registry.infrastructure.change_id is 'The change that wrote this version.';
create index infrastructure_parcel_ix on registry.infrastructure (parcel_id);
call registry.keep_records_of('infrastructure');

create table registry.money_line (
    id          bigint generated always as identity,
    parcel_id   bigint not null,
    kind        text not null,
    on_day       date not null,
    amount_yuan numeric(18, 2) not null,
    due_on      date,
    party       text,
    number      text,
    note        text,
    source      text,
    document_id bigint,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint money_line_pk primary key (id),
    constraint money_line_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint money_line_change_fk foreign key (change_id) references registry.change (id),
    constraint money_line_kind_known check (kind in ('price', 'payment', 'fee', 'fee_payment', 'compensation_due', 'compensation_settled', 'deferred',
        'swap_difference', 'subsidy')),
    constraint money_line_amount_not_negative check (amount_yuan >= 0)
);
comment on table registry.money_line is 'A line of the money ledger of a parcel.';
comment on column registry.money_line.id is 'Key.';
comment on column registry.money_line.parcel_id is 'The parcel it is about.';
comment on column registry.money_line.kind is 'price, payment, fee, fee_payment, compensation_due, compensation_settled, deferred, swap_difference or subsidy.';
comment on column registry.money_line.on_day is 'The day from which it counts.';
comment on column registry.money_line.amount_yuan is 'Amount, yuan.';
comment on column registry.money_line.due_on is 'Last day to pay; null when unknown.';
comment on column registry.money_line.party is 'Who pays or is paid.';
comment on column registry.money_line.number is 'Number of the voucher.';
comment on column registry.money_line.note is 'Remarks in words.';
comment on column registry.money_line.source is 'Where it was taken from, in words.';
comment on column registry.money_line.document_id is 'The document that shows it; null when there is none.';
comment on column registry.money_line.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.money_line.version is 'Row version, grows with each update.';
comment on column registry.money_line.change_id is 'The change that wrote this version.';
create index money_line_parcel_ix on registry.money_line (parcel_id);
call registry.keep_records_of('money_line');

create table registry.inspection (
    id          bigint generated always as identity,
    parcel_id   bigint not null,
    on_day       date not null,
    inspector   text,
    seen        text not null,
    position    geometry(Point, 4490),
    note        text,
    source      text,
    document_id bigint,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint inspection_pk primary key (id),
    constraint inspection_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint inspection_change_fk foreign key (change_id) references registry.change (id),
    constraint inspection_seen_said check (seen <> ''),
    constraint inspection_position_on_earth check (st_x(position) between -180 and 180 and st_y(position) between -85 and 85)
);
comment on table registry.inspection is 'A visit to the site: who, when, what was seen, where.';
comment on column registry.inspection.id is 'Key.';
comment on column registry.inspection.parcel_id is 'The parcel it is about.';
comment on column registry.inspection.on_day is 'Day of the visit.';
comment on column registry.inspection.inspector is 'Who went.';
comment on column registry.inspection.seen is 'What was seen.';
comment on column registry.inspection.position is 'Where the inspector stood (EPSG:4490, longitude first); null when not taken.';
comment on column registry.inspection.note is 'Remarks in words.';
comment on column registry.inspection.source is 'Where it was taken from, in words.';
comment on column registry.inspection.document_id is 'The document that shows it; null when there is none.';
comment on column registry.inspection.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.inspection.version is 'Row version, grows with each update.';
comment on column registry.inspection.change_id is 'The change that wrote this version.';
create index inspection_parcel_ix on registry.inspection (parcel_id);
call registry.keep_records_of('inspection');

-- Contracts, burdens and occupancies are facts like the others: with source, document and remarks.
alter table registry.contract add column note text, add column source text, add column document_id bigint;
alter table registry.encumbrance add column source text, add column document_id bigint;
alter table registry.occupancy add column note text, add column source text, add column document_id bigint;
comment on column registry.contract.note is 'Remarks in words.';
comment on column registry.contract.source is 'Where it was taken from, in words.';
comment on column registry.contract.document_id is 'The document that shows it; null when there is none.';
comment on column registry.encumbrance.source is 'Where it was taken from, in words.';
comment on column registry.encumbrance.document_id is 'The document that shows it; null when there is none.';
comment on column registry.occupancy.note is 'Remarks in words.';
comment on column registry.occupancy.source is 'Where it was taken from, in words.';
comment on column registry.occupancy.document_id is 'The document that shows it; null when there is none.';

-- A withdrawn occupancy leaves the search words.
create or replace function registry.refresh_search(parcel_ids bigint[]) returns void language sql as $$
    insert into registry.parcel_search (parcel_id, content)
    select p.id, lower(concat_ws(' ', p.code, p.source_id, p.name, p.address, e.names))
    from (
        -- Two branches, because the plan is made without knowing the argument: an OR of both would read every parcel.
        select * from registry.parcel where parcel_ids is null
        union all
        select named.* from unnest(parcel_ids) as wanted (id) join registry.parcel named using (id)
    ) p
    left join lateral (
        select string_agg(concat_ws(' ', e.name, e.credit_code, array_to_string(e.former_names, ' ')), ' ' order by e.id) as names
        from registry.occupancy o join registry.enterprise e on e.id = o.enterprise_id
        where o.parcel_id = p.id and not o.withdrawn
    ) e on true
    order by p.id
    on conflict on constraint parcel_search_pk do update set content = excluded.content
    where parcel_search.content <> excluded.content
$$;

-- Land that is allocated (划拨) has a decision of the government in the place of a contract.
alter table registry.contract drop constraint contract_kind_known;
alter table registry.contract add constraint contract_kind_known check (kind in ('contract', 'allocation', 'supplementary'));
comment on table registry.contract is 'A land contract (出让合同), allocation decision (划拨决定书) or supplementary agreement (补充协议) of a parcel.';
comment on column registry.contract.kind is 'contract, allocation or supplementary.';
