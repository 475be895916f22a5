-- $1 to $16: the filter; $17 what to group by: readiness, blocker or due; $18 the day. A parcel counts under every item that does not
-- hold, and under every distance at which something is due. Of the three branches the planner keeps the one that is asked for. What is
-- counted (parcel_id, area_square_metres) comes from the parcels or from the periods of a past day, put in the place of the word MATCHING.
select n.key, count(*), coalesce(sum(m.area_square_metres), 0)
from MATCHING m
join (
    select r.parcel_id, case when r.is_ready then 'ready' when r.is_unknown then 'unknown' else 'blocked' end as key
    from registry.readiness_segment r
    where $17 = 'readiness' and r.from_on <= $18 and r.to_on > $18
    union all
    select r.parcel_id, b.item
    from registry.readiness_segment r
    cross join unnest(r.blocking) as b (item)
    where $17 = 'blocker' and r.from_on <= $18 and r.to_on > $18
    union all
    select d.parcel_id,
           unnest(array_remove(array[
               case when bool_or(d.due_on < $18) then 'overdue' end,
               case when bool_or(d.due_on between $18 and $18 + 7) then 'week' end,
               case when bool_or(d.due_on between $18 and $18 + 30) then 'month' end,
               case when bool_or(d.due_on between $18 and $18 + 90) then 'quarter' end], null))
    from registry.parcels_due(null, null, $18) d
    where $17 = 'due'
    group by d.parcel_id
) n on n.parcel_id = m.parcel_id
group by 1
order by 1
