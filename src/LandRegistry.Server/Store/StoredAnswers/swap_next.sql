set local maintenance_work_mem = '256MB';
alter table registry.clock_segment_next add constraint clock_segment_next_pk primary key (parcel_id, from_on);
create index clock_segment_next_from_ix on registry.clock_segment_next (from_on, parcel_id);
create index clock_segment_next_suspected_ix on registry.clock_segment_next (from_on, parcel_id) where from_on = suspected_from;
create index clock_segment_next_fee_ix on registry.clock_segment_next (from_on, parcel_id) where from_on = fee_from;
create index clock_segment_next_recovery_ix on registry.clock_segment_next (from_on, parcel_id) where from_on = recovery_from;
alter table registry.readiness_segment_next add constraint readiness_segment_next_pk primary key (parcel_id, from_on);
create index readiness_segment_next_from_ix on registry.readiness_segment_next (from_on, parcel_id);
do $$
begin
    execute format('comment on table registry.clock_segment_next is %L', obj_description('registry.clock_segment'::regclass));
    execute format('comment on table registry.readiness_segment_next is %L', obj_description('registry.readiness_segment'::regclass));
end $$;
drop table registry.clock_segment, registry.readiness_segment;
alter table registry.clock_segment_next rename to clock_segment;
alter table registry.clock_segment rename constraint clock_segment_next_pk to clock_segment_pk;
alter index registry.clock_segment_next_from_ix rename to clock_segment_from_ix;
alter index registry.clock_segment_next_suspected_ix rename to clock_segment_suspected_ix;
alter index registry.clock_segment_next_fee_ix rename to clock_segment_fee_ix;
alter index registry.clock_segment_next_recovery_ix rename to clock_segment_recovery_ix;
alter table registry.readiness_segment_next rename to readiness_segment;
alter table registry.readiness_segment rename constraint readiness_segment_next_pk to readiness_segment_pk;
alter index registry.readiness_segment_next_from_ix rename to readiness_segment_from_ix;
analyze registry.clock_segment, registry.readiness_segment;
