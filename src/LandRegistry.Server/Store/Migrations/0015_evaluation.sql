-- What enterprises are graded on: figures per period, operating states over time, signals with their evidence.
create table registry.enterprise_metric (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    name          text not null,
    from_on       date not null,
    to_on         date not null,
    amount        numeric(20, 4) not null,
    is_estimated  boolean not null default false,
    note          text,
    source        text not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint enterprise_metric_pk primary key (id),
    constraint enterprise_metric_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint enterprise_metric_change_fk foreign key (change_id) references registry.change (id),
    constraint enterprise_metric_name_known check (name in ('output_yuan', 'sales_yuan', 'tax_yuan', 'profit_yuan', 'value_added_yuan', 'research_yuan', 'energy_tce', 'power_kwh',
        'water_m3', 'emissions_t', 'jobs')),
    constraint enterprise_metric_period_in_order check (to_on >= from_on)
);
comment on table registry.enterprise_metric is 'A figure of an enterprise over a period; a later record of the same figure and period replaces an earlier one.';
comment on column registry.enterprise_metric.id is 'Key, in order of recording.';
comment on column registry.enterprise_metric.enterprise_id is 'The enterprise.';
comment on column registry.enterprise_metric.name is 'output_yuan, sales_yuan, tax_yuan, profit_yuan, value_added_yuan, research_yuan, energy_tce, power_kwh, water_m3, emissions_t or jobs.';
comment on column registry.enterprise_metric.from_on is 'First day of the period.';
comment on column registry.enterprise_metric.to_on is 'Last day of the period, inclusive.';
comment on column registry.enterprise_metric.amount is 'The figure, in the unit that its name ends with.';
comment on column registry.enterprise_metric.is_estimated is 'Whether it is estimated (预计), to be replaced by the actual figure.';
comment on column registry.enterprise_metric.note is 'Remarks in words.';
comment on column registry.enterprise_metric.source is 'Where it was taken from.';
comment on column registry.enterprise_metric.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.enterprise_metric.version is 'Row version, grows with each update.';
comment on column registry.enterprise_metric.change_id is 'The change that wrote this version.';
create unique index enterprise_metric_once on registry.enterprise_metric (enterprise_id, name, from_on, to_on) where not withdrawn;
create index enterprise_metric_period_ix on registry.enterprise_metric (from_on, to_on, enterprise_id) where not withdrawn;
call registry.keep_records_of('enterprise_metric');

create table registry.enterprise_state (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    state         text not null,
    on_day        date not null,
    causes        text[] not null default '{}',
    note          text,
    source        text not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint enterprise_state_pk primary key (id),
    constraint enterprise_state_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint enterprise_state_change_fk foreign key (change_id) references registry.change (id),
    constraint enterprise_state_state_known check (state in ('normal', 'limited', 'half_stopped', 'stopped', 'loss_making', 'resumed', 'trial'))
);
comment on table registry.enterprise_state is 'An operating state of an enterprise from a day on, with its causes.';
comment on column registry.enterprise_state.id is 'Key, in order of recording.';
comment on column registry.enterprise_state.enterprise_id is 'The enterprise.';
comment on column registry.enterprise_state.state is 'normal, limited, half_stopped, stopped, loss_making, resumed or trial.';
comment on column registry.enterprise_state.on_day is 'The day from which it holds.';
comment on column registry.enterprise_state.causes is 'Codes of the law''s causes, several possible; empty when unknown.';
comment on column registry.enterprise_state.note is 'Remarks in words.';
comment on column registry.enterprise_state.source is 'Where it was taken from.';
comment on column registry.enterprise_state.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.enterprise_state.version is 'Row version, grows with each update.';
comment on column registry.enterprise_state.change_id is 'The change that wrote this version.';
create index enterprise_state_enterprise_ix on registry.enterprise_state (enterprise_id, on_day);
call registry.keep_records_of('enterprise_state');

create table registry.enterprise_signal (
    id            bigint generated always as identity,
    enterprise_id bigint not null,
    signal        text not null,
    is_present    boolean not null,
    on_day        date not null,
    document      text,
    note          text,
    source        text not null,
    withdrawn     boolean not null default false,
    version       integer not null default 1,
    change_id     bigint not null,
    constraint enterprise_signal_pk primary key (id),
    constraint enterprise_signal_enterprise_fk foreign key (enterprise_id) references registry.enterprise (id),
    constraint enterprise_signal_change_fk foreign key (change_id) references registry.change (id),
    constraint enterprise_signal_signal_said check (signal <> '')
);
comment on table registry.enterprise_signal is 'A sign of a zombie enterprise (僵尸企业), seen or found absent on a day, with its evidence.';
comment on column registry.enterprise_signal.id is 'Key, in order of recording.';
comment on column registry.enterprise_signal.enterprise_id is 'The enterprise.';
comment on column registry.enterprise_signal.signal is 'Code of the signal, for instance insolvent.';
comment on column registry.enterprise_signal.is_present is 'True when seen, false when found absent.';
comment on column registry.enterprise_signal.on_day is 'The day the evidence is of.';
comment on column registry.enterprise_signal.document is 'Number of the paper that shows it; null when there is none.';
comment on column registry.enterprise_signal.note is 'Remarks in words.';
comment on column registry.enterprise_signal.source is 'Where it was taken from.';
comment on column registry.enterprise_signal.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.enterprise_signal.version is 'Row version, grows with each update.';
comment on column registry.enterprise_signal.change_id is 'The change that wrote this version.';
create index enterprise_signal_enterprise_ix on registry.enterprise_signal (enterprise_id, on_day);
call registry.keep_records_of('enterprise_signal');

alter table registry.enterprise
    add column producing_since date,
    add column is_exempt boolean not null default false;
comment on column registry.enterprise.producing_since is 'When it began to produce (投产); null when unknown.';
comment on column registry.enterprise.is_exempt is 'Public utility, start-up or project under construction: takes part in evaluations without a grade.';
create index enterprise_by_name_ix on registry.enterprise (name, id) where ended_on is null;
create index enterprise_name_words_ix on registry.enterprise using gin (lower(name) public.gin_trgm_ops);
