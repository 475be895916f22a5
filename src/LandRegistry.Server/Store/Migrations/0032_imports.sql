-- Imports: a file on its way into the register. What waits here is no record of the register; it becomes one with the commit, in one change.
create table registry.survey_campaign (
    id              bigint generated always as identity,
    name            text not null,
    from_on         date not null,
    to_on           date,
    lead_agency     text not null,
    partner_agencies text[] not null default '{}',
    method          text,
    surveyor        text,
    withdrawn       boolean not null default false,
    version         integer not null default 1,
    change_id       bigint not null,
    constraint survey_campaign_pk primary key (id),
    constraint survey_campaign_change_fk foreign key (change_id) references registry.change (id),
    constraint survey_campaign_name_said check (name <> ''),
    constraint survey_campaign_lead_said check (lead_agency <> ''),
    constraint survey_campaign_days_in_order check (to_on >= from_on)
);
comment on table registry.survey_campaign is 'A survey of land (调查): who looked at parcels together, when and how.';
comment on column registry.survey_campaign.id is 'Key, in order of recording.';
comment on column registry.survey_campaign.name is 'Its name.';
comment on column registry.survey_campaign.from_on is 'First day.';
comment on column registry.survey_campaign.to_on is 'Last day, inclusive; null while it lasts.';
comment on column registry.survey_campaign.lead_agency is 'Agency that leads it (牵头单位).';
comment on column registry.survey_campaign.partner_agencies is 'Agencies that take part (配合单位).';
comment on column registry.survey_campaign.method is 'How parcels were looked at, in words.';
comment on column registry.survey_campaign.surveyor is 'Who surveyed.';
comment on column registry.survey_campaign.withdrawn is 'True when it was entered by mistake; it then counts for nothing and stays in the history.';
comment on column registry.survey_campaign.version is 'Row version, grows with each update.';
comment on column registry.survey_campaign.change_id is 'The change that wrote this version.';
call registry.keep_records_of('survey_campaign');

create table registry.campaign_parcel (
    id          bigint generated always as identity,
    campaign_id bigint not null,
    parcel_id   bigint not null,
    withdrawn   boolean not null default false,
    version     integer not null default 1,
    change_id   bigint not null,
    constraint campaign_parcel_pk primary key (id),
    constraint campaign_parcel_campaign_fk foreign key (campaign_id) references registry.survey_campaign (id),
    constraint campaign_parcel_parcel_fk foreign key (parcel_id) references registry.parcel (id),
    constraint campaign_parcel_change_fk foreign key (change_id) references registry.change (id)
);
comment on table registry.campaign_parcel is 'The parcels that a survey campaign looked at.';
comment on column registry.campaign_parcel.id is 'Key, in order of recording.';
comment on column registry.campaign_parcel.campaign_id is 'The campaign.';
comment on column registry.campaign_parcel.parcel_id is 'The parcel.';
comment on column registry.campaign_parcel.withdrawn is 'True when it was entered by mistake or its import was undone; it then counts for nothing and stays in the history.';
comment on column registry.campaign_parcel.version is 'Row version, grows with each update.';
comment on column registry.campaign_parcel.change_id is 'The change that wrote this version.';
create unique index campaign_parcel_once on registry.campaign_parcel (parcel_id, campaign_id) where not withdrawn;
create index campaign_parcel_campaign_ix on registry.campaign_parcel (campaign_id) where not withdrawn;
call registry.keep_records_of('campaign_parcel');

create table registry.import (
    id          bigint generated always as identity,
    created_at  timestamptz not null,
    actor       text not null,
    file_name   text not null,
    file_bytes  bigint not null,
    file_digest text,
    phase       text not null,
    stage       jsonb,
    done        double precision not null default 0,
    rows_done   bigint not null default 0,
    started_at  timestamptz,
    stop_asked  boolean not null default false,
    inspection  jsonb,
    choices     jsonb,
    fault       jsonb,
    counts      jsonb,
    zones       jsonb,
    scope       bigint[],
    source      text not null default 'import',
    extent      geometry(Polygon, 4490),
    seen_change bigint,
    campaign_id bigint,
    change_id   bigint,
    finished_at timestamptz,
    constraint import_pk primary key (id),
    constraint import_change_fk foreign key (change_id) references registry.change (id),
    constraint import_campaign_fk foreign key (campaign_id) references registry.survey_campaign (id),
    constraint import_phase_known check (phase in ('inspecting', 'choosing', 'judging', 'judged', 'matching', 'committing', 'committed', 'nothing_new', 'refused', 'cancelled', 'failed'))
);
comment on table registry.import is 'A file on its way into the register, and how it ended; its work is a job that only this row tells of.';
comment on column registry.import.id is 'Key, in order of upload.';
comment on column registry.import.created_at is 'When the file came.';
comment on column registry.import.actor is 'Who sent it.';
comment on column registry.import.file_name is 'Name it had where it came from; shown, never used as a path.';
comment on column registry.import.file_bytes is 'Its size, bytes.';
comment on column registry.import.file_digest is 'SHA-256 of its bytes, hexadecimal.';
comment on column registry.import.phase is 'inspecting, choosing (waits for choices), judging, judged (dry run done, waits for the commit), matching, committing, committed, nothing_new (commit found nothing to write), refused, cancelled, failed. A working phase whose job holds no lock has died.';
comment on column registry.import.stage is 'What the job is doing, in both languages.';
comment on column registry.import.done is 'Share of the stage done, 0 to 1; 0 when it cannot be told.';
comment on column registry.import.rows_done is 'Rows read so far.';
comment on column registry.import.started_at is 'When the running job began.';
comment on column registry.import.stop_asked is 'True once somebody asked the job to stop.';
comment on column registry.import.inspection is 'What the file was found to be.';
comment on column registry.import.choices is 'How its rows are read, as chosen.';
comment on column registry.import.fault is 'Why it was refused or failed, in both languages; null otherwise.';
comment on column registry.import.counts is 'Rows by what becomes of them; they add up.';
comment on column registry.import.zones is 'Zones that the profile makes where they are missing.';
comment on column registry.import.scope is 'Zones in which the one who sent it may import; null for everywhere.';
comment on column registry.import.source is 'Name of the source that its rows are of.';
comment on column registry.import.extent is 'Box around its rows, EPSG:4490; null when none has a place.';
comment on column registry.import.seen_change is 'Newest change of the register when the rows were matched with it.';
comment on column registry.import.campaign_id is 'The survey campaign that it belongs to; null for none.';
comment on column registry.import.change_id is 'The change that holds it; null until committed.';
comment on column registry.import.finished_at is 'When it ended.';
create index import_change_ix on registry.import (change_id) where change_id is not null;

create unlogged table registry.import_row (
    import_id     bigint not null,
    row_number    integer not null,
    source_id     text,
    code          text,
    credit_code   text,
    zone_code     text,
    facts         jsonb not null,
    patch         jsonb,
    source_record jsonb not null,
    boundary      geometry(MultiPolygon, 4490),
    location      geometry(Point, 4490),
    is_estimated  boolean not null default false,
    mended        geometry(MultiPolygon, 4490),
    is_refused    boolean not null default false,
    is_excluded   boolean not null default false,
    is_chosen     boolean not null default false,
    chosen_id     bigint,
    constraint import_row_pk primary key (import_id, row_number)
);
comment on table registry.import_row is 'The rows of imports, judged. Not logged: after a crash of the database they are judged again.';
comment on column registry.import_row.import_id is 'The import.';
comment on column registry.import_row.row_number is 'Row as the file numbers it.';
comment on column registry.import_row.source_id is 'Key of the row in its source; null when the source has none.';
comment on column registry.import_row.code is 'Parcel code; null when unknown.';
comment on column registry.import_row.credit_code is 'Unified social credit code of the holder; null when unknown.';
comment on column registry.import_row.zone_code is 'Code or name of its zone; null when its place decides.';
comment on column registry.import_row.facts is 'What the row says, by the names of the register''s columns.';
comment on column registry.import_row.patch is 'What accepted repairs put in the place of it; null for none.';
comment on column registry.import_row.source_record is 'The row as the file has it.';
comment on column registry.import_row.boundary is 'Boundary, EPSG:4490, valid; null when it has none or none that is valid.';
comment on column registry.import_row.location is 'Point, EPSG:4490; null when it has none.';
comment on column registry.import_row.is_estimated is 'True when the point was not measured on the parcel.';
comment on column registry.import_row.mended is 'What a repair would make of a boundary that is not valid.';
comment on column registry.import_row.is_refused is 'True while an issue of the row itself that refuses it stands.';
comment on column registry.import_row.is_excluded is 'True when somebody left it out.';
comment on column registry.import_row.is_chosen is 'True when somebody decided which parcel it is; it is then not looked for.';
comment on column registry.import_row.chosen_id is 'The parcel that was decided; null for a new one.';

create unlogged table registry.import_effect (
    import_id   bigint not null,
    row_number  integer not null,
    effect      text not null,
    parcel_id   bigint,
    matched_by  text,
    share       double precision,
    version     integer,
    zone_id     bigint,
    zone_code   text,
    differences jsonb,
    constraint import_effect_pk primary key (import_id, row_number),
    constraint import_effect_known check (effect in ('new', 'changed', 'unchanged', 'refused', 'excluded')),
    constraint import_effect_match_known check (matched_by in ('source', 'code', 'credit_code', 'ground', 'chosen'))
);
comment on table registry.import_effect is 'What each row of an import does to the register; found anew with every match.';
comment on column registry.import_effect.import_id is 'The import.';
comment on column registry.import_effect.row_number is 'The row.';
comment on column registry.import_effect.effect is 'new, changed, unchanged, refused or excluded.';
comment on column registry.import_effect.parcel_id is 'The parcel that it is; null for a new one.';
comment on column registry.import_effect.matched_by is 'By what it was found: source, code, credit_code, ground; or chosen by hand.';
comment on column registry.import_effect.share is 'Share of its ground in common with that parcel, 0 to 1; null when not matched by ground.';
comment on column registry.import_effect.version is 'Version of that parcel when they were compared.';
comment on column registry.import_effect.zone_id is 'The zone of a row whose zone stands in the register.';
comment on column registry.import_effect.zone_code is 'Code of a zone that the commit makes; null otherwise.';
comment on column registry.import_effect.differences is 'What changes, by field, before and after; null when nothing does.';
create index import_effect_by_effect_ix on registry.import_effect (import_id, effect, row_number);

create unlogged table registry.import_issue (
    import_id  bigint not null,
    row_number integer not null,
    nth        integer not null,
    found_in   text not null,
    column_name text not null,
    value      text not null,
    kind       text not null,
    severity   text not null,
    text_zh    text not null,
    text_en    text not null,
    repair_zh  text,
    repair_en  text,
    patch      jsonb,
    is_accepted boolean not null default false,
    constraint import_issue_found_known check (found_in in ('row', 'match')),
    constraint import_issue_severity_known check (severity in ('notice', 'warning', 'refused'))
);
comment on table registry.import_issue is 'What was found in the rows of imports.';
comment on column registry.import_issue.import_id is 'The import.';
comment on column registry.import_issue.row_number is 'The row.';
comment on column registry.import_issue.nth is 'Order within the row.';
comment on column registry.import_issue.found_in is 'row: in the row itself. match: beside the register and the other rows; found anew with every match.';
comment on column registry.import_issue.column_name is 'Heading of the column, or of several.';
comment on column registry.import_issue.value is 'What stood in the cell.';
comment on column registry.import_issue.kind is 'Kind of issue (IssueType).';
comment on column registry.import_issue.severity is 'notice, warning or refused.';
comment on column registry.import_issue.text_zh is 'The sentence, Chinese.';
comment on column registry.import_issue.text_en is 'The sentence, English.';
comment on column registry.import_issue.repair_zh is 'What the proposed repair does, Chinese; null for none.';
comment on column registry.import_issue.repair_en is 'What the proposed repair does, English.';
comment on column registry.import_issue.patch is 'What the repair puts in the place of the row''s facts; the key mended stands for the mended boundary, kept for taking it as it is.';
comment on column registry.import_issue.is_accepted is 'True when the repair is accepted.';
create index import_issue_row_ix on registry.import_issue (import_id, row_number, nth);

create table registry.import_profile (
    name       text not null,
    choices    jsonb not null,
    saved_at   timestamptz not null,
    saved_by   text not null,
    constraint import_profile_pk primary key (name),
    constraint import_profile_name_said check (name <> '')
);
comment on table registry.import_profile is 'How the rows of a kind of file are read, saved by name to be used again. No record of the register.';
comment on column registry.import_profile.name is 'Its name.';
comment on column registry.import_profile.choices is 'The choices.';
comment on column registry.import_profile.saved_at is 'When it was last saved.';
comment on column registry.import_profile.saved_by is 'Who saved it.';

create function registry.import_is_alive(import_id bigint) returns boolean language sql volatile as $$
    select exists (
        select from pg_locks l
        where l.locktype = 'advisory' and l.database = (select d.oid from pg_database d where d.datname = current_database())
          and l.classid = ((hashtextextended('registry.import', import_is_alive.import_id) >> 32) & 4294967295)::oid
          and l.objid = (hashtextextended('registry.import', import_is_alive.import_id) & 4294967295)::oid
          and l.objsubid = 1 and l.granted)
$$;
comment on function registry.import_is_alive(bigint) is 'Whether a job of the import runs anywhere: it holds an advisory lock for as long as its connection lives.';

call registry.gather_records();
