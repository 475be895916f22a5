-- The table in which QGIS looks for the style of a layer; an outline with the code and name beside it.
create table layer_styles (id INTEGER PRIMARY KEY AUTOINCREMENT, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT, f_geometry_column TEXT,
    styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN, description TEXT, owner TEXT, ui TEXT, update_time DATETIME DEFAULT CURRENT_TIMESTAMP);
insert into layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, styleQML, styleSLD, useAsDefault, description, owner) values
('', '', 'parcels', 'geom', 'parcels',
 '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''><qgis labelsEnabled="1"><renderer-v2 type="singleSymbol"><symbols><symbol name="0" type="fill" alpha="1"><layer class="SimpleFill"><prop k="color" v="222,120,30,40"/><prop k="outline_color" v="190,80,10,255"/><prop k="outline_width" v="0.5"/></layer></symbol></symbols></renderer-v2><labeling type="simple"><settings><text-style fieldName="coalesce(name, code)" isExpression="1" fontSize="9"/></settings></labeling></qgis>',
 '', 1, '', ''),
('', '', 'parcel_points', 'geom', 'parcel_points',
 '<!DOCTYPE qgis PUBLIC ''http://mrcc.com/qgis.dtd'' ''SYSTEM''><qgis labelsEnabled="1"><renderer-v2 type="singleSymbol"><symbols><symbol name="0" type="marker" alpha="1"><layer class="SimpleMarker"><prop k="color" v="190,80,10,255"/><prop k="size" v="3"/></layer></symbol></symbols></renderer-v2><labeling type="simple"><settings><text-style fieldName="coalesce(name, code)" isExpression="1" fontSize="9"/></settings></labeling></qgis>',
 '', 1, '', '');
