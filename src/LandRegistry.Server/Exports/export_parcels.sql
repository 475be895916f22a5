-- $1 to $16: the filter; $17 the past day asked about, null for now; $18 that day or today; $19 hours of the register's clock ahead of UTC.
-- The words in capitals are put in from the tables of ParcelColumns and ParcelStatement; nothing of them was sent by the caller.
-- One statement is one snapshot, and its rows are read as they come; joins that no column asks for are struck out by the planner.
select COLUMNS,
       p.id,
       SRID,
       st_asbinary(SHAPE, 'NDR')
from MATCHING p
left join registry.zone z on z.id = p.zone_id
left join registry.land_use u on u.system = p.land_use_system and u.code = p.land_use_code
order by ORDER
