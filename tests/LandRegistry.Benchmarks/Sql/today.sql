-- A case with one open deadline for each parcel that is somewhere between suspicion and disposal, spread over two years.
select registry.begin_change('benchmark', 'Arrange', null, now());
with parcels as (
    select id, status, row_number() over (order by id) as n from registry.parcel
    where ended_on is null and status in ('suspected', 'investigating', 'idle', 'disposing')
), cases as (
    insert into registry.land_case (parcel_id, stage, stage_since, opened_on, officer, change_id)
    select id, case status when 'idle' then 'determined' else status end, current_date - (n % 700)::integer, current_date - (n % 700)::integer,
           '承办人' || n % 200, 0
    from parcels
    returning id, parcel_id, stage, opened_on
), events as (
    insert into registry.case_event (case_id, parcel_id, stage, on_day, change_id)
    select id, parcel_id, stage, opened_on, 0 from cases
)
insert into registry.case_deadline (case_id, code, parcel_id, started_on, due_on, who)
select id, 'investigate', parcel_id, opened_on, opened_on + 30, 'authority' from cases;
update registry.parcel set hold_until = current_date + (id % 400)::integer - 200 where hold_reason is not null and hold_until is null;
