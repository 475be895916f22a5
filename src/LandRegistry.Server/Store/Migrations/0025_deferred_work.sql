-- A load of many rows commits its records and leaves what is derived from them, and indexes that no constraint needs, to be made
-- after the commit, several at once. What is left is written here in the load's own transaction, so that a load cut short after
-- its commit is completed by the next start. Meanwhile searches and lists are slow or short of the new rows; records are complete.
create table registry.deferred_work (
    id        bigint generated always as identity,
    lane      text not null,
    statement text not null,
    constraint deferred_work_pk primary key (id),
    constraint deferred_work_lane_known check (lane in ('answers', 'lists', 'search'))
);
comment on table registry.deferred_work is 'Statements that a load of many rows left to be run after its commit; empty otherwise.';
comment on column registry.deferred_work.id is 'Key; within a lane the order.';
comment on column registry.deferred_work.lane is 'Lanes run beside each other: answers (indexes of facts), lists (indexes of parcels, counts, map cells, periods), search (search words and their index).';
comment on column registry.deferred_work.statement is 'SQL, run in a transaction of its own together with the removal of this row.';
