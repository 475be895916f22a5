-- Tenders, auctions and listings as records with history. What a tender may do next is not stored: the Domain computes it.
create table registry.tender (
    id                  bigint generated always as identity,
    parcel_id           bigint not null,
    round               integer not null,
    previous_id         bigint,
    number              text,
    method              text not null,
    stage               text not null,
    stage_since         date not null,
    planned_on          date not null,
    opens_on            date,
    closes_on           date,
    starting_price_yuan numeric(18, 2),
    reserve_price_yuan  numeric(18, 2),
    deposit_yuan        numeric(18, 2),
    bidders             integer,
    winner              text,
    price_yuan          numeric(18, 2),
    contract_id         bigint,
    ended_on            date,
    note                text,
    withdrawn           boolean not null default false,
    version             integer not null default 1,
    change_id           bigint not null,
    constraint tender_pk primary key (id),
    constraint tender_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint tender_change_fk foreign key (change_id) references registry.change (id),
    constraint tender_previous_fk foreign key (previous_id) references registry.tender (id),
    constraint tender_contract_fk foreign key (contract_id) references registry.contract (id),
    constraint tender_round_positive check (round >= 1),
    constraint tender_method_known check (method in ('tender', 'auction', 'listing')),
    constraint tender_stage_known check (stage in ('planned', 'announced', 'opened', 'closed', 'awarded', 'published', 'contracted', 'paid', 'delivered', 'started', 'completed', 'at_capacity', 'failed', 'terminated')),
    constraint tender_days_in_order check (closes_on >= opens_on),
    constraint tender_money_not_negative check (starting_price_yuan >= 0 and reserve_price_yuan >= 0 and deposit_yuan >= 0 and price_yuan >= 0),
    constraint tender_ended_by_stage check (withdrawn or (ended_on is not null) = (stage in ('at_capacity', 'failed', 'terminated')))
);
comment on table registry.tender is 'A tender, auction or listing of a parcel (招标拍卖挂牌), from its plan to a works at capacity.';
comment on column registry.tender.id is 'Key, in order of recording.';
comment on column registry.tender.parcel_id is 'The parcel; at most one of its tenders is open.';
comment on column registry.tender.round is '1 for the first offer, one more after each that failed.';
comment on column registry.tender.previous_id is 'The tender that failed before this round; null for the first.';
comment on column registry.tender.number is 'Number of the announcement; null until numbered.';
comment on column registry.tender.method is 'tender (招标), auction (拍卖) or listing (挂牌).';
comment on column registry.tender.stage is 'Stage reached last, by the code of tender_event.stage.';
comment on column registry.tender.stage_since is 'The day from which the stage holds.';
comment on column registry.tender.planned_on is 'First day of the tender.';
comment on column registry.tender.opens_on is 'When bidding shall begin.';
comment on column registry.tender.closes_on is 'When bidding shall end.';
comment on column registry.tender.starting_price_yuan is 'Price from which bidding starts.';
comment on column registry.tender.reserve_price_yuan is 'Reserve price (底价); null when there is none.';
comment on column registry.tender.deposit_yuan is 'Deposit of a bidder (竞买保证金).';
comment on column registry.tender.bidders is 'How many bid; null until bids are closed.';
comment on column registry.tender.winner is 'Who got it; null until awarded.';
comment on column registry.tender.price_yuan is 'Price of the award.';
comment on column registry.tender.contract_id is 'The contract that was signed.';
comment on column registry.tender.ended_on is 'When it failed, was called off or reached its end; null while it is open.';
comment on column registry.tender.note is 'Remarks in words.';
comment on column registry.tender.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.tender.version is 'Row version, grows with each update.';
comment on column registry.tender.change_id is 'The change that wrote this version.';
create unique index tender_one_open on registry.tender (parcel_id) where ended_on is null and not withdrawn;
create index tender_parcel_ix on registry.tender (parcel_id, id);
create index tender_stage_ix on registry.tender (stage, id) where not withdrawn;
call registry.keep_records_of('tender');

create table registry.tender_event (
    id        bigint generated always as identity,
    tender_id bigint not null,
    parcel_id bigint not null,
    stage     text not null,
    on_day    date not null,
    note      text,
    withdrawn boolean not null default false,
    version   integer not null default 1,
    change_id bigint not null,
    constraint tender_event_pk primary key (id),
    constraint tender_event_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint tender_event_change_fk foreign key (change_id) references registry.change (id),
    constraint tender_event_tender_fk foreign key (tender_id) references registry.tender (id),
    constraint tender_event_stage_known check (stage in ('planned', 'announced', 'opened', 'closed', 'awarded', 'published', 'contracted', 'paid', 'delivered', 'started', 'completed', 'at_capacity', 'failed', 'terminated'))
);
comment on table registry.tender_event is 'A stage that a tender reached.';
comment on column registry.tender_event.id is 'Key, in order of recording.';
comment on column registry.tender_event.tender_id is 'The tender.';
comment on column registry.tender_event.parcel_id is 'The parcel of the tender.';
comment on column registry.tender_event.stage is 'planned, announced, opened, closed, awarded, published, contracted, paid, delivered, started, completed, at_capacity, failed or terminated.';
comment on column registry.tender_event.on_day is 'The day on which it was reached.';
comment on column registry.tender_event.note is 'Remarks in words.';
comment on column registry.tender_event.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.tender_event.version is 'Row version, grows with each update.';
comment on column registry.tender_event.change_id is 'The change that wrote this version.';
create index tender_event_tender_ix on registry.tender_event (tender_id, id);
call registry.keep_records_of('tender_event');

create table registry.tender_indicator (
    id         bigint generated always as identity,
    tender_id  bigint not null,
    parcel_id  bigint not null,
    code       text not null,
    promised   numeric(18, 4) not null,
    found      numeric(18, 4),
    checked_on date,
    checked_by text,
    note       text,
    withdrawn  boolean not null default false,
    version    integer not null default 1,
    change_id  bigint not null,
    constraint tender_indicator_pk primary key (id),
    constraint tender_indicator_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint tender_indicator_change_fk foreign key (change_id) references registry.change (id),
    constraint tender_indicator_tender_fk foreign key (tender_id) references registry.tender (id),
    constraint tender_indicator_code_known check (code in ('investment_per_mu', 'output_per_mu', 'tax_per_mu', 'floor_area_ratio', 'rd_share', 'energy_per_output')),
    constraint tender_indicator_check_has_day check ((found is null) = (checked_on is null))
);
comment on table registry.tender_indicator is 'An indicator of standard land (标准地) that the taker promised, and what was found later.';
comment on column registry.tender_indicator.id is 'Key, in order of recording.';
comment on column registry.tender_indicator.tender_id is 'The tender.';
comment on column registry.tender_indicator.parcel_id is 'The parcel of the tender.';
comment on column registry.tender_indicator.code is 'investment_per_mu, output_per_mu, tax_per_mu, floor_area_ratio, rd_share or energy_per_output.';
comment on column registry.tender_indicator.promised is 'What the taker promised, in the unit of the indicator.';
comment on column registry.tender_indicator.found is 'What was found; null until checked.';
comment on column registry.tender_indicator.checked_on is 'When it was checked.';
comment on column registry.tender_indicator.checked_by is 'Who checked it.';
comment on column registry.tender_indicator.note is 'Remarks in words.';
comment on column registry.tender_indicator.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.tender_indicator.version is 'Row version, grows with each update.';
comment on column registry.tender_indicator.change_id is 'The change that wrote this version.';
create unique index tender_indicator_one on registry.tender_indicator (tender_id, code) where not withdrawn;
call registry.keep_records_of('tender_indicator');

call registry.gather_records();
