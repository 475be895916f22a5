-- What the list of the day is read off in order. A segment of the clock that begins on the day it foresaw is where the answer
-- changes: those few have indexes of their own. A recomputation of all makes the same indexes (Store/StoredAnswers/swap_next.sql).
create index clock_segment_suspected_ix on registry.clock_segment (from_on, parcel_id) where from_on = suspected_from;
create index clock_segment_fee_ix on registry.clock_segment (from_on, parcel_id) where from_on = fee_from;
create index clock_segment_recovery_ix on registry.clock_segment (from_on, parcel_id) where from_on = recovery_from;
create index parcel_hold_until_ix on registry.parcel (hold_until, id) where hold_until is not null and ended_on is null;
create index parcel_status_mark_no_longer_ready_ix on registry.parcel_status_mark (effective_on, id) where from_status = 'ready' and to_status = 'reserved';
