-- A row may be found by the very point and the name of a parcel, beside its keys and its ground.
alter table registry.import_effect drop constraint import_effect_match_known;
alter table registry.import_effect add constraint import_effect_match_known check (matched_by in ('source', 'code', 'credit_code', 'place', 'ground', 'chosen'));
comment on column registry.import_effect.matched_by is 'By what it was found: source, code, credit_code, place (the very point, and the name), ground; or chosen by hand.';
