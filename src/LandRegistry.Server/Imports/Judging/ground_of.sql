-- Where the register's zones lie, or one of them, degrees; of those that the person of the import may see. No row where none is drawn.
select st_xmin(t.ground), st_xmax(t.ground), st_ymin(t.ground), st_ymax(t.ground)
from (
    select st_extent(z.extent) as ground
    from registry.zone z
    where (@zone::text is null or z.code = @zone)
      and not exists (select from registry.import i where i.id = @import::bigint and not z.id = any (i.scope))) t
where t.ground is not null
