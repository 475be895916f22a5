-- Cases of idle land as records with history. What a case may do next is not stored: the Domain computes it.
create table registry.land_case (
    id          bigint generated always as identity,
    parcel_id   bigint not null,
    number      text,
    stage       text not null,
    stage_since date not null,
    opened_on   date not null,
    closed_on   date,
    officer     text,
    note        text,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint land_case_pk primary key (id),
    constraint land_case_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint land_case_change_fk foreign key (change_id) references registry.change (id),
    constraint land_case_stage_known check (stage in ('watched', 'suspected', 'investigating', 'determined', 'plan_drafted', 'approved', 'disposing', 'disposed',
        'reserved', 'retendered', 'started', 'completed', 'at_capacity', 'not_idle', 'closed_out')),
    constraint land_case_closed_by_stage check (withdrawn or (closed_on is not null) = (stage in ('not_idle', 'closed_out')))
);
comment on table registry.land_case is 'A case of idle land: the file of one parcel from suspicion to disposal.';
comment on column registry.land_case.id is 'Key, in order of recording.';
comment on column registry.land_case.parcel_id is 'The parcel; at most one of its cases is open.';
comment on column registry.land_case.number is 'Number of the case in the office; null until numbered.';
comment on column registry.land_case.stage is 'Stage reached last, by the code of case_event.stage.';
comment on column registry.land_case.stage_since is 'The day from which the stage holds.';
comment on column registry.land_case.opened_on is 'First day of the case.';
comment on column registry.land_case.closed_on is 'The day on which it was found not idle or closed out; null while it is open.';
comment on column registry.land_case.officer is 'Officer in charge (承办人); null when not assigned.';
comment on column registry.land_case.note is 'Remarks in words.';
comment on column registry.land_case.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.land_case.version is 'Row version, grows with each update.';
comment on column registry.land_case.change_id is 'The change that wrote this version.';
create unique index land_case_one_open on registry.land_case (parcel_id) where closed_on is null and not withdrawn;
create index land_case_parcel_ix on registry.land_case (parcel_id, id);
create index land_case_stage_ix on registry.land_case (stage, id) where not withdrawn;
create index land_case_officer_ix on registry.land_case (officer, id) where not withdrawn;
call registry.keep_records_of('land_case');

create table registry.case_event (
    id        bigint generated always as identity,
    case_id   bigint not null,
    parcel_id bigint not null,
    stage     text not null,
    on_day    date not null,
    note      text,
    withdrawn boolean not null default false,
    version   integer not null default 1,
    change_id bigint not null,
    constraint case_event_pk primary key (id),
    constraint case_event_case_fk foreign key (case_id) references registry.land_case (id),
    constraint case_event_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint case_event_change_fk foreign key (change_id) references registry.change (id),
    constraint case_event_stage_known check (stage in ('watched', 'suspected', 'investigating', 'determined', 'plan_drafted', 'approved', 'disposing', 'disposed',
        'reserved', 'retendered', 'started', 'completed', 'at_capacity', 'not_idle', 'closed_out'))
);
comment on table registry.case_event is 'A stage that a case reached.';
comment on column registry.case_event.id is 'Key, in order of recording.';
comment on column registry.case_event.case_id is 'The case.';
comment on column registry.case_event.parcel_id is 'The parcel of the case.';
comment on column registry.case_event.stage is 'watched, suspected, investigating, determined, plan_drafted, approved, disposing, disposed, reserved, retendered, started, completed, at_capacity, not_idle or closed_out.';
comment on column registry.case_event.on_day is 'The day on which it was reached.';
comment on column registry.case_event.note is 'Remarks in words.';
comment on column registry.case_event.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.case_event.version is 'Row version, grows with each update.';
comment on column registry.case_event.change_id is 'The change that wrote this version.';
create index case_event_case_ix on registry.case_event (case_id, id);
call registry.keep_records_of('case_event');

create table registry.case_document (
    id               bigint generated always as identity,
    case_id          bigint not null,
    parcel_id        bigint not null,
    kind             text not null,
    number           text,
    issued_on        date not null,
    served_on        date,
    proof_of_service text,
    note             text,
    withdrawn        boolean not null default false,
    version          integer not null default 1,
    change_id        bigint not null,
    constraint case_document_pk primary key (id),
    constraint case_document_case_fk foreign key (case_id) references registry.land_case (id),
    constraint case_document_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint case_document_change_fk foreign key (change_id) references registry.change (id),
    constraint case_document_kind_said check (kind <> ''),
    constraint case_document_served_after_issue check (served_on >= issued_on),
    constraint case_document_proof_of_a_service check (proof_of_service is null or served_on is not null)
);
comment on table registry.case_document is 'An official document of a case.';
comment on column registry.case_document.id is 'Key, in order of recording.';
comment on column registry.case_document.case_id is 'The case.';
comment on column registry.case_document.parcel_id is 'The parcel of the case.';
comment on column registry.case_document.kind is 'Code of the law''s document kind, for instance hearing-notice.';
comment on column registry.case_document.number is 'Its number (机关代字〔年份〕文号); null until numbered.';
comment on column registry.case_document.issued_on is 'Day of issue.';
comment on column registry.case_document.served_on is 'Day of receipt; null until served.';
comment on column registry.case_document.proof_of_service is 'Number of the proof of service (送达回证); a service without proof starts no deadline.';
comment on column registry.case_document.note is 'Remarks in words.';
comment on column registry.case_document.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.case_document.version is 'Row version, grows with each update.';
comment on column registry.case_document.change_id is 'The change that wrote this version.';
create index case_document_case_ix on registry.case_document (case_id, id);
call registry.keep_records_of('case_document');

create table registry.case_determination (
    id        bigint generated always as identity,
    case_id   bigint not null,
    parcel_id bigint not null,
    kind      text not null,
    cause     text not null,
    on_day    date not null,
    note      text,
    withdrawn boolean not null default false,
    version   integer not null default 1,
    change_id bigint not null,
    constraint case_determination_pk primary key (id),
    constraint case_determination_case_fk foreign key (case_id) references registry.land_case (id),
    constraint case_determination_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint case_determination_change_fk foreign key (change_id) references registry.change (id),
    constraint case_determination_kind_known check (kind in ('A', 'B')),
    constraint case_determination_cause_known check (cause in ('government', 'holder', 'force_majeure'))
);
comment on table registry.case_determination is 'What was determined of the land (Order 53 Articles 9 and 10); the latest counts.';
comment on column registry.case_determination.id is 'Key, in order of recording.';
comment on column registry.case_determination.case_id is 'The case.';
comment on column registry.case_determination.parcel_id is 'The parcel of the case.';
comment on column registry.case_determination.kind is 'A: never started. B: started, then stopped.';
comment on column registry.case_determination.cause is 'Whose cause it is: government, holder or force_majeure.';
comment on column registry.case_determination.on_day is 'Day of the determination.';
comment on column registry.case_determination.note is 'Remarks in words.';
comment on column registry.case_determination.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.case_determination.version is 'Row version, grows with each update.';
comment on column registry.case_determination.change_id is 'The change that wrote this version.';
create index case_determination_case_ix on registry.case_determination (case_id, id);
call registry.keep_records_of('case_determination');

create table registry.case_plan (
    id                   bigint generated always as identity,
    case_id              bigint not null,
    parcel_id            bigint not null,
    drafted_on           date not null,
    measure              text not null,
    from_on              date,
    until_on             date,
    price_paid_up        boolean,
    money_in_place       boolean,
    plan_changed_by_law  boolean,
    equal_value_like_use boolean,
    note                 text,
    withdrawn            boolean not null default false,
    version              integer not null default 1,
    change_id            bigint not null,
    constraint case_plan_pk primary key (id),
    constraint case_plan_case_fk foreign key (case_id) references registry.land_case (id),
    constraint case_plan_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint case_plan_change_fk foreign key (change_id) references registry.change (id),
    constraint case_plan_measure_known check (measure in ('extend', 'change_use', 'temporary_use', 'agreed_recovery', 'swap', 'other_local', 'fee', 'free_recovery'))
);
comment on table registry.case_plan is 'A disposal plan (Order 53 Articles 12 to 14); the latest counts.';
comment on column registry.case_plan.id is 'Key, in order of recording.';
comment on column registry.case_plan.case_id is 'The case.';
comment on column registry.case_plan.parcel_id is 'The parcel of the case.';
comment on column registry.case_plan.drafted_on is 'Day of the draft.';
comment on column registry.case_plan.measure is 'extend, change_use, temporary_use, agreed_recovery, swap, other_local, fee or free_recovery.';
comment on column registry.case_plan.from_on is 'Extension: the commencement date that stood. Temporary use: its first day.';
comment on column registry.case_plan.until_on is 'Extension: the new commencement date. Temporary use: its last day, exclusive.';
comment on column registry.case_plan.price_paid_up is 'Swap: whether the price is paid up; null for other measures.';
comment on column registry.case_plan.money_in_place is 'Swap: whether the money for the project is in place.';
comment on column registry.case_plan.plan_changed_by_law is 'Swap: whether the land is idle because the plan was changed by law.';
comment on column registry.case_plan.equal_value_like_use is 'Swap: whether the other land is of equal value and like use.';
comment on column registry.case_plan.note is 'Remarks in words.';
comment on column registry.case_plan.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.case_plan.version is 'Row version, grows with each update.';
comment on column registry.case_plan.change_id is 'The change that wrote this version.';
create index case_plan_case_ix on registry.case_plan (case_id, id);
call registry.keep_records_of('case_plan');

create table registry.case_milestone (
    id        bigint generated always as identity,
    case_id   bigint not null,
    parcel_id bigint not null,
    kind      text not null,
    on_day    date not null,
    note      text,
    withdrawn boolean not null default false,
    version   integer not null default 1,
    change_id bigint not null,
    constraint case_milestone_pk primary key (id),
    constraint case_milestone_case_fk foreign key (case_id) references registry.land_case (id),
    constraint case_milestone_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint case_milestone_change_fk foreign key (change_id) references registry.change (id),
    constraint case_milestone_kind_known check (kind in ('approved', 'published', 'withdrawn', 'answered', 'fee_paid', 'deregistered', 'mortgagee_told'))
);
comment on table registry.case_milestone is 'A dated event of a case that its guards and deadlines look at; the latest of a kind counts.';
comment on column registry.case_milestone.id is 'Key, in order of recording.';
comment on column registry.case_milestone.case_id is 'The case.';
comment on column registry.case_milestone.parcel_id is 'The parcel of the case.';
comment on column registry.case_milestone.kind is 'approved, published, withdrawn (the publication), answered, fee_paid, deregistered or mortgagee_told.';
comment on column registry.case_milestone.on_day is 'The day.';
comment on column registry.case_milestone.note is 'Remarks in words.';
comment on column registry.case_milestone.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.case_milestone.version is 'Row version, grows with each update.';
comment on column registry.case_milestone.change_id is 'The change that wrote this version.';
create index case_milestone_case_ix on registry.case_milestone (case_id, id);
call registry.keep_records_of('case_milestone');

create table registry.case_cause (
    id        bigint generated always as identity,
    case_id   bigint not null,
    parcel_id bigint not null,
    cause     text not null,
    on_day    date not null,
    document  text,
    note      text,
    withdrawn boolean not null default false,
    version   integer not null default 1,
    change_id bigint not null,
    constraint case_cause_pk primary key (id),
    constraint case_cause_case_fk foreign key (case_id) references registry.land_case (id),
    constraint case_cause_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint case_cause_change_fk foreign key (change_id) references registry.change (id),
    constraint case_cause_cause_said check (cause <> '')
);
comment on table registry.case_cause is 'A cause of idleness with its evidence (Order 53 Articles 7 and 8).';
comment on column registry.case_cause.id is 'Key, in order of recording.';
comment on column registry.case_cause.case_id is 'The case.';
comment on column registry.case_cause.parcel_id is 'The parcel of the case.';
comment on column registry.case_cause.cause is 'Code of the law''s cause, for instance plan-changed.';
comment on column registry.case_cause.on_day is 'The day the evidence is of.';
comment on column registry.case_cause.document is 'Number of the paper that shows it; null when there is none.';
comment on column registry.case_cause.note is 'Remarks in words.';
comment on column registry.case_cause.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.case_cause.version is 'Row version, grows with each update.';
comment on column registry.case_cause.change_id is 'The change that wrote this version.';
create index case_cause_case_ix on registry.case_cause (case_id, id);
call registry.keep_records_of('case_cause');

-- Not a record but an answer: the days by which something of a case must be done, written anew with each change of it.
create table registry.case_deadline (
    case_id    bigint not null,
    code       text not null,
    parcel_id  bigint not null,
    started_on date not null,
    due_on     date not null,
    done_on    date,
    who        text not null,
    constraint case_deadline_pk primary key (case_id, code),
    constraint case_deadline_case_fk foreign key (case_id) references registry.land_case (id),
    constraint case_deadline_parcel_fk foreign key (parcel_id) references registry.parcel (id)
);
comment on table registry.case_deadline is 'The legal deadlines of the cases, computed by the Domain whenever a case changes.';
comment on column registry.case_deadline.case_id is 'The case.';
comment on column registry.case_deadline.code is 'Code of the law''s term, for instance pay-fee.';
comment on column registry.case_deadline.parcel_id is 'The parcel of the case.';
comment on column registry.case_deadline.started_on is 'The event that started it.';
comment on column registry.case_deadline.due_on is 'Last day, inclusive.';
comment on column registry.case_deadline.done_on is 'When it was met; null until then.';
comment on column registry.case_deadline.who is 'Who must act: authority or holder.';
create index case_deadline_open_ix on registry.case_deadline (due_on, case_id) where done_on is null;
create index case_deadline_done_ix on registry.case_deadline (done_on) where done_on is not null;
