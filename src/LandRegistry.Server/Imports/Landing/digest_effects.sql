select md5(string_agg(concat_ws(':', e.row_number, e.effect, e.parcel_id, e.version, e.zone_id), ',' order by e.row_number))
from registry.import_effect e
where e.import_id = @import
