-- Visits to enterprises with what was found, how often they are to be, and the watch list kept by hand.
create table registry.enterprise_visit (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    kind          text not null,
    on_day        date not null,
    visitor       text not null,
    premises      text,
    seen          text not null,
    note          text,
    source        text not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint enterprise_visit_pk primary key (id),
    constraint enterprise_visit_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint enterprise_visit_change_fk foreign key (change_id) references registry.change (id),
    constraint enterprise_visit_kind_known check (kind in ('call', 'inspection'))
);
comment on table registry.enterprise_visit is 'A visit to an enterprise or to one of its premises (走访、巡查).';
comment on column registry.enterprise_visit.id is 'Key, in order of recording.';
comment on column registry.enterprise_visit.enterprise_id is 'The enterprise.';
comment on column registry.enterprise_visit.kind is 'call (走访) or inspection (巡查检查).';
comment on column registry.enterprise_visit.on_day is 'Day of the visit.';
comment on column registry.enterprise_visit.visitor is 'Who went.';
comment on column registry.enterprise_visit.premises is 'Which of its premises, in words; null for the enterprise as a whole.';
comment on column registry.enterprise_visit.seen is 'What was seen.';
comment on column registry.enterprise_visit.note is 'Remarks in words.';
comment on column registry.enterprise_visit.source is 'Where it was taken from.';
comment on column registry.enterprise_visit.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.enterprise_visit.version is 'Row version, grows with each update.';
comment on column registry.enterprise_visit.change_id is 'The change that wrote this version.';
create index enterprise_visit_enterprise_ix on registry.enterprise_visit (enterprise_id, on_day);
create index enterprise_visit_day_ix on registry.enterprise_visit (on_day) where not withdrawn;
call registry.keep_records_of('enterprise_visit');

create table registry.enterprise_finding (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    visit_id      bigint not null,
    found         text not null,
    due_on        date,
    rectified_on  date,
    note          text,
    source        text not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint enterprise_finding_pk primary key (id),
    constraint enterprise_finding_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint enterprise_finding_change_fk foreign key (change_id) references registry.change (id),
    constraint enterprise_finding_visit_fk foreign key (visit_id) references registry.enterprise_visit (id)
);
comment on table registry.enterprise_finding is 'Something found on a visit that is to be put right (问题、隐患).';
comment on column registry.enterprise_finding.id is 'Key, in order of recording.';
comment on column registry.enterprise_finding.enterprise_id is 'The enterprise.';
comment on column registry.enterprise_finding.visit_id is 'The visit.';
comment on column registry.enterprise_finding.found is 'What was found.';
comment on column registry.enterprise_finding.due_on is 'Last day to put it right, inclusive; null where none was set.';
comment on column registry.enterprise_finding.rectified_on is 'When it was put right; null until then.';
comment on column registry.enterprise_finding.note is 'Remarks in words.';
comment on column registry.enterprise_finding.source is 'Where it was taken from.';
comment on column registry.enterprise_finding.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.enterprise_finding.version is 'Row version, grows with each update.';
comment on column registry.enterprise_finding.change_id is 'The change that wrote this version.';
create index enterprise_finding_enterprise_ix on registry.enterprise_finding (enterprise_id);
create index enterprise_finding_visit_ix on registry.enterprise_finding (visit_id);
create index enterprise_finding_due_ix on registry.enterprise_finding (due_on) where rectified_on is null and not withdrawn;
call registry.keep_records_of('enterprise_finding');

create table registry.visit_plan (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    every_days    integer not null,
    from_on       date not null,
    to_on         date,
    visitor       text not null,
    note          text,
    source        text not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint visit_plan_pk primary key (id),
    constraint visit_plan_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint visit_plan_change_fk foreign key (change_id) references registry.change (id),
    constraint visit_plan_every_days_in_range check (every_days between 1 and 730),
    constraint visit_plan_in_order check (to_on >= from_on)
);
comment on table registry.visit_plan is 'How often an enterprise is to be visited.';
comment on column registry.visit_plan.id is 'Key, in order of recording.';
comment on column registry.visit_plan.enterprise_id is 'The enterprise.';
comment on column registry.visit_plan.every_days is 'At least once in so many days.';
comment on column registry.visit_plan.from_on is 'First day.';
comment on column registry.visit_plan.to_on is 'Last day, inclusive; null while it goes on.';
comment on column registry.visit_plan.visitor is 'Who is to go.';
comment on column registry.visit_plan.note is 'Remarks in words.';
comment on column registry.visit_plan.source is 'Where it was taken from.';
comment on column registry.visit_plan.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.visit_plan.version is 'Row version, grows with each update.';
comment on column registry.visit_plan.change_id is 'The change that wrote this version.';
create unique index visit_plan_one_open on registry.visit_plan (enterprise_id) where to_on is null and not withdrawn;
call registry.keep_records_of('visit_plan');

create table registry.watch_mark (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    from_on       date not null,
    to_on         date,
    note          text,
    source        text not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint watch_mark_pk primary key (id),
    constraint watch_mark_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint watch_mark_change_fk foreign key (change_id) references registry.change (id),
    constraint watch_mark_in_order check (to_on >= from_on)
);
comment on table registry.watch_mark is 'That somebody wants an enterprise watched (关注企业).';
comment on column registry.watch_mark.id is 'Key, in order of recording.';
comment on column registry.watch_mark.enterprise_id is 'The enterprise.';
comment on column registry.watch_mark.from_on is 'First day.';
comment on column registry.watch_mark.to_on is 'Last day, inclusive; null while it goes on.';
comment on column registry.watch_mark.note is 'Remarks in words.';
comment on column registry.watch_mark.source is 'Where it was taken from.';
comment on column registry.watch_mark.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.watch_mark.version is 'Row version, grows with each update.';
comment on column registry.watch_mark.change_id is 'The change that wrote this version.';
create unique index watch_mark_one_open on registry.watch_mark (enterprise_id) where to_on is null and not withdrawn;
call registry.keep_records_of('watch_mark');

create index enterprise_operating_state_ix on registry.enterprise (operating_state, id) where ended_on is null;

call registry.gather_records();
