-- Sites beside land, and what becomes of a project and a site.
create table registry.factory_floor (
    id                 bigint generated always as identity,
    zone_id            bigint not null,
    parcel_id          bigint,
    building           text not null,
    floor              text not null,
    area_square_metres numeric(16, 2),
    height_metres      numeric(7, 2),
    load_tonnes        numeric(7, 3),
    power_kva          numeric(12, 2),
    rent_yuan          numeric(12, 2),
    vacant_since       date,
    source             text not null,
    note               text,
    withdrawn          boolean not null default false,
    version            integer not null default 1,
    change_id          bigint not null,
    constraint factory_floor_pk primary key (id),
    constraint factory_floor_change_fk foreign key (change_id) references registry.change (id),
    constraint factory_floor_zone_fk foreign key (zone_id) references registry.zone (id),
    constraint factory_floor_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint factory_floor_named check (building <> '' and floor <> ''),
    constraint factory_floor_figures_positive check (area_square_metres > 0 and height_metres > 0 and load_tonnes > 0 and power_kva >= 0 and rent_yuan >= 0)
);
comment on table registry.factory_floor is 'A floor of a standard factory (标准厂房), on a parcel or known by its park only.';
comment on column registry.factory_floor.id is 'Key, in order of recording.';
comment on column registry.factory_floor.zone_id is 'The zone it lies in.';
comment on column registry.factory_floor.parcel_id is 'The parcel it stands on; null when only the park is known.';
comment on column registry.factory_floor.building is 'The building.';
comment on column registry.factory_floor.floor is 'Which floor, in words.';
comment on column registry.factory_floor.area_square_metres is 'Area, square metres; null when unknown.';
comment on column registry.factory_floor.height_metres is 'Clear height, metres.';
comment on column registry.factory_floor.load_tonnes is 'Load that it bears, tonnes per square metre.';
comment on column registry.factory_floor.power_kva is 'Power that is there, kVA.';
comment on column registry.factory_floor.rent_yuan is 'Rent, yuan per square metre and month.';
comment on column registry.factory_floor.vacant_since is 'Day since which it stands empty; null while it is let.';
comment on column registry.factory_floor.source is 'Where it was taken from, in words.';
comment on column registry.factory_floor.note is 'Remarks in words.';
comment on column registry.factory_floor.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.factory_floor.version is 'Row version, grows with each update.';
comment on column registry.factory_floor.change_id is 'The change that wrote this version.';
create index factory_floor_vacant_ix on registry.factory_floor (area_square_metres, id) where vacant_since is not null and not withdrawn;
create index factory_floor_parcel_ix on registry.factory_floor (parcel_id) where parcel_id is not null;
call registry.keep_records_of('factory_floor');

create table registry.industry_rule (
    id            bigint generated always as identity,
    zone_id       bigint not null,
    industry_code text not null,
    rule          text not null,
    note          text,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint industry_rule_pk primary key (id),
    constraint industry_rule_change_fk foreign key (change_id) references registry.change (id),
    constraint industry_rule_zone_fk foreign key (zone_id) references registry.zone (id),
    constraint industry_rule_known check (rule in ('leading', 'admitted', 'barred')),
    constraint industry_rule_code_form check (industry_code ~ '^[A-T]?[0-9]{0,4}$' and industry_code <> '')
);
comment on table registry.industry_rule is 'Whether an industry is wanted in a zone (产业准入).';
comment on column registry.industry_rule.id is 'Key, in order of recording.';
comment on column registry.industry_rule.zone_id is 'The zone, with all zones below it that have no rules of their own.';
comment on column registry.industry_rule.industry_code is 'Beginning of codes of GB/T 4754: 39 stands for 3911 and all others below it.';
comment on column registry.industry_rule.rule is 'leading (主导产业), admitted (准入) or barred (禁止或限制).';
comment on column registry.industry_rule.note is 'Remarks in words.';
comment on column registry.industry_rule.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.industry_rule.version is 'Row version, grows with each update.';
comment on column registry.industry_rule.change_id is 'The change that wrote this version.';
create unique index industry_rule_code_unique on registry.industry_rule (zone_id, industry_code) where not withdrawn;
call registry.keep_records_of('industry_rule');

create table registry.project_site (
    id          bigint generated always as identity,
    project_id  bigint not null,
    parcel_id   bigint,
    floor_id    bigint,
    step        text not null,
    step_since  date not null,
    offer_yuan  numeric(18, 2),
    tender_id   bigint,
    strategy_id bigint,
    note        text,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint project_site_pk primary key (id),
    constraint project_site_change_fk foreign key (change_id) references registry.change (id),
    constraint project_site_project_fk foreign key (project_id) references registry.project (id),
    constraint project_site_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint project_site_floor_fk foreign key (floor_id) references registry.factory_floor (id),
    constraint project_site_tender_fk foreign key (tender_id) references registry.tender (id),
    constraint project_site_strategy_fk foreign key (strategy_id) references registry.strategy (id),
    constraint project_site_one_site check ((parcel_id is null) <> (floor_id is null)),
    constraint project_site_step_known check (step in ('shortlisted', 'visited', 'offered', 'won', 'declined')),
    constraint project_site_offer_not_negative check (offer_yuan >= 0)
);
comment on table registry.project_site is 'A project and a site that are brought together: shortlist, visit, offer, result.';
comment on column registry.project_site.id is 'Key, in order of recording.';
comment on column registry.project_site.project_id is 'The project.';
comment on column registry.project_site.parcel_id is 'The parcel; null when the site is a floor.';
comment on column registry.project_site.floor_id is 'The floor; null when the site is a parcel.';
comment on column registry.project_site.step is 'shortlisted, visited, offered, won or declined.';
comment on column registry.project_site.step_since is 'Day of the step.';
comment on column registry.project_site.offer_yuan is 'What was offered, yuan: the price of the land, or the rent of a month; null when unknown.';
comment on column registry.project_site.tender_id is 'The tender in which it won the land; null when there is none.';
comment on column registry.project_site.strategy_id is 'The strategy whose incoming investor it is; null when there is none.';
comment on column registry.project_site.note is 'Remarks in words.';
comment on column registry.project_site.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.project_site.version is 'Row version, grows with each update.';
comment on column registry.project_site.change_id is 'The change that wrote this version.';
create unique index project_site_parcel_unique on registry.project_site (project_id, parcel_id) where parcel_id is not null and not withdrawn;
create unique index project_site_floor_unique on registry.project_site (project_id, floor_id) where floor_id is not null and not withdrawn;
-- A site goes to one project at most, which the database holds too.
create unique index project_site_won_parcel_unique on registry.project_site (parcel_id) where step = 'won' and parcel_id is not null and not withdrawn;
create unique index project_site_won_floor_unique on registry.project_site (floor_id) where step = 'won' and floor_id is not null and not withdrawn;
create index project_site_of_parcel_ix on registry.project_site (parcel_id) where parcel_id is not null;
create index project_site_of_floor_ix on registry.project_site (floor_id) where floor_id is not null;
call registry.keep_records_of('project_site');

create table registry.project_site_step (
    id           bigint generated always as identity,
    courtship_id bigint not null,
    project_id   bigint not null,
    parcel_id    bigint,
    step         text not null,
    on_day       date not null,
    actor        text not null,
    note         text,
    withdrawn    boolean not null default false,
    version      integer not null default 1,
    change_id    bigint not null,
    constraint project_site_step_pk primary key (id),
    constraint project_site_step_change_fk foreign key (change_id) references registry.change (id),
    constraint project_site_step_courtship_fk foreign key (courtship_id) references registry.project_site (id),
    constraint project_site_step_project_fk foreign key (project_id) references registry.project (id),
    constraint project_site_step_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint project_site_step_known check (step in ('shortlisted', 'visited', 'offered', 'won', 'declined'))
);
comment on table registry.project_site_step is 'A step taken between a project and a site.';
comment on column registry.project_site_step.id is 'Key, in order of recording.';
comment on column registry.project_site_step.courtship_id is 'The project and the site.';
comment on column registry.project_site_step.project_id is 'The project.';
comment on column registry.project_site_step.parcel_id is 'The parcel; null when the site is a floor.';
comment on column registry.project_site_step.step is 'The step.';
comment on column registry.project_site_step.on_day is 'When it was taken.';
comment on column registry.project_site_step.actor is 'Who took it.';
comment on column registry.project_site_step.note is 'Remarks in words.';
comment on column registry.project_site_step.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.project_site_step.version is 'Row version, grows with each update.';
comment on column registry.project_site_step.change_id is 'The change that wrote this version.';
create index project_site_step_courtship_ix on registry.project_site_step (courtship_id);
create index project_site_step_project_ix on registry.project_site_step (project_id);
call registry.keep_records_of('project_site_step');

-- What a match asks of a million parcels first, read from the index alone.
create index parcel_offer_ix on registry.parcel (sort_area) include (id, land_use_code, zone_id, status)
    where ended_on is null and not on_hold and status in ('reserved', 'ready');

call registry.gather_records();
