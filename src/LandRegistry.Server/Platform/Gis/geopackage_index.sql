-- The triggers that keep the spatial index of a table (OGC 12-128r17, Annex F.3); TABLE is its name. Their functions are those of the program that edits.
insert into gpkg_extensions values ('TABLE', 'geom', 'gpkg_rtree_index', 'http://www.geopackage.org/spec120/#extension_rtree', 'write-only');
create trigger "rtree_TABLE_geom_insert" after insert on "TABLE" when (new.geom notnull and not st_isempty(new.geom))
begin insert or replace into "rtree_TABLE_geom" values (new.fid, st_minx(new.geom), st_maxx(new.geom), st_miny(new.geom), st_maxy(new.geom)); end;
create trigger "rtree_TABLE_geom_update1" after update of geom on "TABLE" when old.fid = new.fid and (new.geom notnull and not st_isempty(new.geom))
begin insert or replace into "rtree_TABLE_geom" values (new.fid, st_minx(new.geom), st_maxx(new.geom), st_miny(new.geom), st_maxy(new.geom)); end;
create trigger "rtree_TABLE_geom_update2" after update of geom on "TABLE" when old.fid = new.fid and (new.geom isnull or st_isempty(new.geom))
begin delete from "rtree_TABLE_geom" where id = old.fid; end;
create trigger "rtree_TABLE_geom_update3" after update on "TABLE" when old.fid != new.fid and (new.geom notnull and not st_isempty(new.geom))
begin delete from "rtree_TABLE_geom" where id = old.fid;
insert or replace into "rtree_TABLE_geom" values (new.fid, st_minx(new.geom), st_maxx(new.geom), st_miny(new.geom), st_maxy(new.geom)); end;
create trigger "rtree_TABLE_geom_update4" after update on "TABLE" when old.fid != new.fid and (new.geom isnull or st_isempty(new.geom))
begin delete from "rtree_TABLE_geom" where id in (old.fid, new.fid); end;
create trigger "rtree_TABLE_geom_delete" after delete on "TABLE" when old.geom not null
begin delete from "rtree_TABLE_geom" where id = old.fid; end;
