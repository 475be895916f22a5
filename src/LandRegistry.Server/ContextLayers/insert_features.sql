-- $1 the layer
insert into registry.context_feature (layer_id, ordinal, label, shape)
select $1, s.ordinal, s.label, s.shape from context_shape s
