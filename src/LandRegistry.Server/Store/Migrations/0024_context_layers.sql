-- Layers of the user's own that lie on the map beside the parcels. What is in a layer never changes: a newer file is a new layer.
create table registry.context_layer (
    id            bigint generated always as identity,
    name          text not null,
    source        text not null,
    licence       text not null,
    colour        text not null,
    place         integer not null,
    feature_count integer not null,
    west          double precision not null,
    south         double precision not null,
    east          double precision not null,
    north         double precision not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint context_layer_pk primary key (id),
    constraint context_layer_change_fk foreign key (change_id) references registry.change (id),
    constraint context_layer_name_said check (name <> ''),
    constraint context_layer_source_said check (source <> ''),
    constraint context_layer_colour_form check (colour ~ '^#[0-9a-f]{6}$'),
    constraint context_layer_has_features check (feature_count > 0)
);
comment on table registry.context_layer is 'A layer of the user''s own on the map: not of the register, shown beside it.';
comment on column registry.context_layer.id is 'Key, in order of recording.';
comment on column registry.context_layer.name is 'Name on the list of layers.';
comment on column registry.context_layer.source is 'Whose data it is, from where and of when.';
comment on column registry.context_layer.licence is 'On what terms it may be used; empty when not known.';
comment on column registry.context_layer.colour is 'Of its lines, #rrggbb.';
comment on column registry.context_layer.place is 'Order on the map: higher lies above lower.';
comment on column registry.context_layer.feature_count is 'Shapes in it.';
comment on column registry.context_layer.west is 'West end, degrees.';
comment on column registry.context_layer.south is 'South end, degrees.';
comment on column registry.context_layer.east is 'East end, degrees.';
comment on column registry.context_layer.north is 'North end, degrees.';
comment on column registry.context_layer.withdrawn is 'True when it was taken away; it then counts for nothing and stays in the history.';
comment on column registry.context_layer.version is 'Row version, grows with each update.';
comment on column registry.context_layer.change_id is 'The change that wrote this version.';
call registry.keep_records_of('context_layer');

create table registry.context_feature (
    layer_id bigint not null,
    ordinal  integer not null,
    label    text,
    shape    geometry(Geometry, 3857) not null,
    constraint context_feature_pk primary key (layer_id, ordinal),
    constraint context_feature_layer_fk foreign key (layer_id) references registry.context_layer (id)
);
comment on table registry.context_feature is 'The shapes of a context layer, for the map.';
comment on column registry.context_feature.layer_id is 'The layer.';
comment on column registry.context_feature.ordinal is 'Place in the file, from 1.';
comment on column registry.context_feature.label is 'Its name in the file; null when it has none.';
comment on column registry.context_feature.shape is 'EPSG:3857, made valid where it was not.';
create index context_feature_shape_ix on registry.context_feature using gist (shape);
create trigger context_feature_is_append_only before update or delete or truncate on registry.context_feature
    for each statement execute function registry.refuse_removal();

call registry.gather_records();
