-- One enterprise, one policy: versions of each enterprise's strategy. On any day at most one is current, which the database holds too.
create table registry.strategy (
    id                        bigint generated always as identity,
    enterprise_id             bigint not null,
    number                    integer not null,
    type                      text not null,
    leader                    text,
    officer                   text,
    plan_document             text,
    court_kind                text,
    court_name                text,
    court_case_number         text,
    court_administrator       text,
    court_accepted_on         date,
    investor                  text,
    investor_stage            text,
    target_area_square_metres numeric(16, 2),
    target_investment_yuan    numeric(18, 2),
    target_yearly_tax_yuan    numeric(18, 2),
    target_jobs               integer,
    result_area_square_metres numeric(16, 2),
    result_investment_yuan    numeric(18, 2),
    result_yearly_tax_yuan    numeric(18, 2),
    result_jobs               integer,
    is_exemplar               boolean not null default false,
    end_on                    date not null,
    approved_on               date,
    replaced_on               date,
    note                      text,
    withdrawn                 boolean not null default false,
    version                   integer not null default 1,
    change_id                 bigint not null,
    constraint strategy_pk primary key (id),
    constraint strategy_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint strategy_change_fk foreign key (change_id) references registry.change (id),
    constraint strategy_number_unique unique (enterprise_id, number),
    constraint strategy_type_known check (type in ('restructuring', 'merger', 'capital_increase', 'upgrade_in_place', 'land_swap', 'relocation', 'agreed_recovery',
        'secondary_promotion', 'split_or_lease', 'standard_factory', 'interim_use', 'reclamation', 'other')),
    constraint strategy_investor_stage_known check (investor_stage in ('contact', 'talks', 'contracted', 'arrived')),
    constraint strategy_replaced_after_approval check (replaced_on >= approved_on),
    constraint strategy_one_current exclude using gist (int8range(enterprise_id, enterprise_id, '[]') with &&, daterange(approved_on, replaced_on) with &&)
        where (approved_on is not null and not withdrawn) deferrable initially deferred
);
comment on table registry.strategy is 'A version of an enterprise''s strategy (一企一策).';
comment on column registry.strategy.id is 'Key, in order of recording.';
comment on column registry.strategy.enterprise_id is 'The enterprise.';
comment on column registry.strategy.number is '1 for the first version, one more for each that followed.';
comment on column registry.strategy.type is 'restructuring, merger, capital_increase, upgrade_in_place, land_swap, relocation, agreed_recovery, secondary_promotion, split_or_lease, standard_factory, interim_use, reclamation or other.';
comment on column registry.strategy.leader is 'Leader attached (挂点领导).';
comment on column registry.strategy.officer is 'Officer tracking (跟踪干部).';
comment on column registry.strategy.plan_document is 'Number of the plan document (工作方案).';
comment on column registry.strategy.court_kind is 'Kind of court process: 重整, 清算 or 和解.';
comment on column registry.strategy.court_name is 'The court.';
comment on column registry.strategy.court_case_number is 'Number of the court''s case.';
comment on column registry.strategy.court_administrator is 'Administrator (管理人).';
comment on column registry.strategy.court_accepted_on is 'Day on which the court accepted the case.';
comment on column registry.strategy.investor is 'Incoming investor (意向承接方).';
comment on column registry.strategy.investor_stage is 'contact, talks, contracted or arrived.';
comment on column registry.strategy.target_area_square_metres is 'Area to be released, square metres.';
comment on column registry.strategy.target_investment_yuan is 'Investment aimed at, yuan.';
comment on column registry.strategy.target_yearly_tax_yuan is 'Tax aimed at, yuan a year.';
comment on column registry.strategy.target_jobs is 'Jobs aimed at.';
comment on column registry.strategy.result_area_square_metres is 'Area released, square metres.';
comment on column registry.strategy.result_investment_yuan is 'Investment made, yuan.';
comment on column registry.strategy.result_yearly_tax_yuan is 'Tax reached, yuan a year.';
comment on column registry.strategy.result_jobs is 'Jobs reached.';
comment on column registry.strategy.is_exemplar is 'Whether it is shown to others as an example (以点带面).';
comment on column registry.strategy.end_on is 'The day by which the last step is to be done.';
comment on column registry.strategy.approved_on is 'Day of approval, from which it is current; null for a draft.';
comment on column registry.strategy.replaced_on is 'First day no longer current; null while it is.';
comment on column registry.strategy.note is 'Remarks in words.';
comment on column registry.strategy.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.strategy.version is 'Row version, grows with each update.';
comment on column registry.strategy.change_id is 'The change that wrote this version.';
create index strategy_current_ix on registry.strategy (enterprise_id) where approved_on is not null and replaced_on is null and not withdrawn;
create index strategy_officer_ix on registry.strategy (officer, id) where not withdrawn;
call registry.keep_records_of('strategy');

create table registry.strategy_step (
    id            bigint generated always as identity,
    strategy_id   bigint not null,
    enterprise_id bigint not null,
    position      integer not null,
    name          text not null,
    days          integer not null,
    department    text,
    assignee      text,
    start_by      date not null,
    due_on        date not null,
    done_on       date,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint strategy_step_pk primary key (id),
    constraint strategy_step_strategy_fk foreign key (strategy_id) references registry.strategy (id),
    constraint strategy_step_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint strategy_step_change_fk foreign key (change_id) references registry.change (id),
    constraint strategy_step_name_said check (name <> ''),
    constraint strategy_step_days_not_negative check (days >= 0)
);
comment on table registry.strategy_step is 'A step of a strategy''s plan.';
comment on column registry.strategy_step.id is 'Key, in order of recording.';
comment on column registry.strategy_step.strategy_id is 'The strategy.';
comment on column registry.strategy_step.enterprise_id is 'The enterprise.';
comment on column registry.strategy_step.position is '1 for the first step, in the order in which they are done.';
comment on column registry.strategy_step.name is 'What is done.';
comment on column registry.strategy_step.days is 'Calendar days it takes.';
comment on column registry.strategy_step.department is 'Department that does it; null when not assigned.';
comment on column registry.strategy_step.assignee is 'Person; null when not assigned.';
comment on column registry.strategy_step.start_by is 'Last day on which it may begin, scheduled back from the end by the Domain.';
comment on column registry.strategy_step.due_on is 'Last day on which it may be done, inclusive.';
comment on column registry.strategy_step.done_on is 'When it was done; null until then.';
comment on column registry.strategy_step.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.strategy_step.version is 'Row version, grows with each update.';
comment on column registry.strategy_step.change_id is 'The change that wrote this version.';
create unique index strategy_step_position_unique on registry.strategy_step (strategy_id, position) where not withdrawn;
create index strategy_step_due_ix on registry.strategy_step (due_on, id) where done_on is null and not withdrawn;
call registry.keep_records_of('strategy_step');
