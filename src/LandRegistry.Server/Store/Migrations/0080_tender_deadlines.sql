-- Not a record but an answer: the days by which something of a tender must be done, written anew with each change of it or of its land.
create table registry.tender_deadline (
    tender_id  bigint not null,
    code       text not null,
    parcel_id  bigint not null,
    started_on date not null,
    due_on     date not null,
    done_on    date,
    who        text not null,
    constraint tender_deadline_pk primary key (tender_id, code),
    constraint tender_deadline_tender_fk foreign key (tender_id) references registry.tender (id),
    constraint tender_deadline_parcel_fk foreign key (parcel_id) references registry.parcel (id)
);
comment on table registry.tender_deadline is 'The deadlines of tenders by the law, their plan and their contract, computed by the Domain whenever one of these changes.';
comment on column registry.tender_deadline.tender_id is 'The tender.';
comment on column registry.tender_deadline.code is 'Code of the term or rule, for instance sign-contract.';
comment on column registry.tender_deadline.parcel_id is 'The parcel of the tender.';
comment on column registry.tender_deadline.started_on is 'The event that started it.';
comment on column registry.tender_deadline.due_on is 'Last day, inclusive.';
comment on column registry.tender_deadline.done_on is 'When it was met; null until then.';
comment on column registry.tender_deadline.who is 'Who must act: authority or holder.';
create index tender_deadline_open_ix on registry.tender_deadline (due_on, tender_id, code) where done_on is null;
create index tender_deadline_done_ix on registry.tender_deadline (done_on) where done_on is not null;
create index tender_deadline_parcel_ix on registry.tender_deadline (parcel_id);
