-- The project pool (项目库): investors' projects, how far they are, what they ask of a site.
create table registry.project (
    id                           bigint generated always as identity,
    name                         text not null,
    investor                     text not null,
    product                      text,
    capacity                     text,
    industry_code                text,
    industry_system              text,
    stage                        text not null,
    stage_since                  date not null,
    classes                      text[] not null default '{}',
    level                        text,
    agreed_yuan                  numeric(18, 2),
    arrived_yuan                 numeric(18, 2),
    officer                      text,
    reviewed_on                  date not null,
    takes_land                   boolean not null,
    takes_floor                  boolean not null,
    area_min_square_metres       numeric(16, 2),
    area_max_square_metres       numeric(16, 2),
    floor_area_min_square_metres numeric(16, 2),
    floor_area_max_square_metres numeric(16, 2),
    land_use_codes               text[] not null default '{}',
    power_kva                    numeric(12, 2),
    road_metres_max              numeric(12, 2),
    substation_metres_max        numeric(12, 2),
    price_per_mu_max_yuan        numeric(18, 2),
    rent_max_yuan                numeric(12, 2),
    investment_per_mu_yuan       numeric(18, 2),
    height_min_metres            numeric(7, 2),
    load_min_tonnes              numeric(7, 3),
    industry_limits              text,
    note                         text,
    withdrawn                    boolean not null default false,
    version                      integer not null default 1,
    change_id                    bigint not null,
    constraint project_pk primary key (id),
    constraint project_change_fk foreign key (change_id) references registry.change (id),
    constraint project_name_said check (name <> '' and investor <> ''),
    constraint project_stage_known check (stage in ('lead', 'talks', 'intention', 'contracted', 'to_start', 'building', 'producing', 'lost')),
    constraint project_level_known check (level in ('national', 'province', 'city', 'county', 'ordinary')),
    constraint project_industry_has_system check ((industry_code is null) = (industry_system is null)),
    constraint project_money_not_negative check (agreed_yuan >= 0 and arrived_yuan >= 0),
    constraint project_areas_in_order check (area_max_square_metres >= area_min_square_metres and floor_area_max_square_metres >= floor_area_min_square_metres),
    constraint project_takes_something check (takes_land or takes_floor)
);
comment on table registry.project is 'An investor''s project of the pool (项目库), with what it asks of a site.';
comment on column registry.project.id is 'Key, in order of recording.';
comment on column registry.project.name is 'Name of the project.';
comment on column registry.project.investor is 'Who invests.';
comment on column registry.project.product is 'What it will make.';
comment on column registry.project.capacity is 'Yearly capacity in words, with its unit.';
comment on column registry.project.industry_code is 'Industry; null when unknown.';
comment on column registry.project.industry_system is 'Code system of the industry, for instance GB/T 4754-2017.';
comment on column registry.project.stage is 'lead, talks, intention, contracted, to_start, building, producing or lost (docs/glossary.md).';
comment on column registry.project.stage_since is 'Day of the stage.';
comment on column registry.project.classes is 'Class labels, several possible, so that totals by class overlap.';
comment on column registry.project.level is 'national, province, city, county or ordinary; null when unknown.';
comment on column registry.project.agreed_yuan is 'Investment agreed or intended, yuan; null when unknown.';
comment on column registry.project.arrived_yuan is 'Investment that has come, yuan; null when unknown, which is not zero.';
comment on column registry.project.officer is 'Who looks after it; null when nobody is named.';
comment on column registry.project.reviewed_on is 'When somebody last looked whether the entry still holds.';
comment on column registry.project.takes_land is 'Whether land will do.';
comment on column registry.project.takes_floor is 'Whether a floor of a standard factory will do.';
comment on column registry.project.area_min_square_metres is 'Least area of land, square metres; null when not asked.';
comment on column registry.project.area_max_square_metres is 'Greatest area of land, square metres.';
comment on column registry.project.floor_area_min_square_metres is 'Least area of a floor, square metres.';
comment on column registry.project.floor_area_max_square_metres is 'Greatest area of a floor, square metres.';
comment on column registry.project.land_use_codes is 'Land uses that will do; empty when not asked.';
comment on column registry.project.power_kva is 'Power needed, kVA.';
comment on column registry.project.road_metres_max is 'Greatest distance to a road, metres.';
comment on column registry.project.substation_metres_max is 'Greatest distance to a substation, metres.';
comment on column registry.project.price_per_mu_max_yuan is 'Highest price of land, yuan per mu.';
comment on column registry.project.rent_max_yuan is 'Highest rent of a floor, yuan per square metre and month.';
comment on column registry.project.investment_per_mu_yuan is 'Investment offered, yuan per mu.';
comment on column registry.project.height_min_metres is 'Least clear height of a floor, metres.';
comment on column registry.project.load_min_tonnes is 'Least load of a floor, tonnes per square metre.';
comment on column registry.project.industry_limits is 'What it cannot have near it, or may not be, in words.';
comment on column registry.project.note is 'Remarks in words.';
comment on column registry.project.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.project.version is 'Row version, grows with each update.';
comment on column registry.project.change_id is 'The change that wrote this version.';
create index project_stage_ix on registry.project (stage, reviewed_on) where not withdrawn;
call registry.keep_records_of('project');

create table registry.project_event (
    id         bigint generated always as identity,
    project_id bigint not null,
    stage      text not null,
    on_day     date not null,
    note       text,
    withdrawn  boolean not null default false,
    version    integer not null default 1,
    change_id  bigint not null,
    constraint project_event_pk primary key (id),
    constraint project_event_change_fk foreign key (change_id) references registry.change (id),
    constraint project_event_project_fk foreign key (project_id) references registry.project (id),
    constraint project_event_stage_known check (stage in ('lead', 'talks', 'intention', 'contracted', 'to_start', 'building', 'producing', 'lost'))
);
comment on table registry.project_event is 'A stage that a project reached.';
comment on column registry.project_event.id is 'Key, in order of recording.';
comment on column registry.project_event.project_id is 'The project.';
comment on column registry.project_event.stage is 'The stage.';
comment on column registry.project_event.on_day is 'When it was reached.';
comment on column registry.project_event.note is 'Remarks in words.';
comment on column registry.project_event.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.project_event.version is 'Row version, grows with each update.';
comment on column registry.project_event.change_id is 'The change that wrote this version.';
create index project_event_project_ix on registry.project_event (project_id);
call registry.keep_records_of('project_event');

call registry.gather_records();
