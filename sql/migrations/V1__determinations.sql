-- What determinations say, where it was read, and the sums that every rate is computed from.
create schema if not exists uphold;
comment on schema uphold is 'Independent medical review determinations and the sums that uphold rates are computed from';

create type uphold.outcome as enum (
    'UPHELD', 'OVERTURNED', 'PARTIALLY_OVERTURNED', 'UNKNOWN',
    'WITHDRAWN', 'INELIGIBLE', 'DISMISSED', 'DUPLICATE', 'TERMINATED_AUTHORIZED');
comment on type uphold.outcome is 'What became of a disputed item; the first four are items of the tables, the others dispositions only';

-- ------------------------------------------------------------------------------------------------------------- runs

create table uphold.run (
    id               bigint generated always as identity primary key,
    job              text        not null,
    window_from      date,
    window_to        date,
    basis            text        not null default 'decision',
    state            text        not null default 'STARTED'
        check (state in ('STARTED', 'COMPLETED', 'UP_TO_DATE', 'REFUSED', 'FAILED', 'STOPPED', 'ABANDONED')),
    exit_code        smallint,
    message          text,
    started_at       timestamptz not null default now(),
    finished_at      timestamptz,
    code_version     text        not null,
    taxonomy_version text        not null,
    settings_hash    text        not null,
    inputs_hash      text,
    parameters       jsonb       not null default '{}',
    read             bigint      not null default 0,
    accepted         bigint      not null default 0,
    rejected         bigint      not null default 0,
    unchanged        bigint      not null default 0,
    superseded       bigint      not null default 0,
    items            bigint      not null default 0,
    vintage          integer,
    package          text,
    reasons          text[]      not null default '{}',
    store_state      text,
    headline         jsonb,
    constraint run_reads_add_up check (read = accepted + rejected + unchanged)
);
create index run_by_job on uphold.run (job, window_from, window_to, id desc);
comment on table uphold.run is 'One line a run: the log book';
comment on column uphold.run.id is 'Number of the run, in order of start';
comment on column uphold.run.job is 'Name of the job file without its ending, or ingest, report';
comment on column uphold.run.window_from is 'First day inside; null: unbounded';
comment on column uphold.run.window_to is 'First day after; null: unbounded';
comment on column uphold.run.basis is 'Date that decides the window: decision, received, assigned, ur_decision';
comment on column uphold.run.state is 'STARTED while it runs (or when its process died); how it ended otherwise';
comment on column uphold.run.exit_code is 'Exit code of the process';
comment on column uphold.run.message is 'One line: what it did, or why not';
comment on column uphold.run.started_at is 'Start';
comment on column uphold.run.finished_at is 'End';
comment on column uphold.run.code_version is 'Version of the program';
comment on column uphold.run.taxonomy_version is 'Version of the classification tables';
comment on column uphold.run.settings_hash is 'SHA-256 of the resolved settings that shape a package';
comment on column uphold.run.inputs_hash is 'SHA-256 over the SHA-256s of its inputs, sorted';
comment on column uphold.run.parameters is 'The words it was started with, frozen for retry';
comment on column uphold.run.read is 'Readings: accepted + rejected + unchanged';
comment on column uphold.run.accepted is 'Determinations that were new or changed';
comment on column uphold.run.rejected is 'Readings that gave no determination';
comment on column uphold.run.unchanged is 'Readings that were in the store already';
comment on column uphold.run.superseded is 'Determinations that later ones replaced';
comment on column uphold.run.items is 'Items of the accepted determinations';
comment on column uphold.run.vintage is 'Number N of the package v<N>';
comment on column uphold.run.package is 'Folder of the package below the output folder';
comment on column uphold.run.reasons is 'Why a new vintage was due: first, late, corrected, taxonomy, code, settings';
comment on column uphold.run.store_state is 'Which state of the store the package shows; equal states give equal packages';
comment on column uphold.run.headline is 'Headline figures, for listings';

-- ---------------------------------------------------------------------------------------------------------- sources

create table uphold.source_file (
    id          bigint generated always as identity primary key,
    sha256      text        not null check (sha256 ~ '^[0-9a-f]{64}$'),
    reading     text        not null,
    kind        text        not null,
    bytes       bigint      not null,
    name        text        not null,
    run         bigint      not null references uphold.run,
    loaded_at   timestamptz not null default now(),
    accepted    bigint      not null,
    rejected    bigint      not null,
    unchanged   bigint      not null,
    unique (sha256, reading)
);
create index source_file_by_run on uphold.source_file (run);
comment on table uphold.source_file is 'Every file that was read, by content: the same bytes read the same way are read once';
comment on column uphold.source_file.id is 'Number of the file';
comment on column uphold.source_file.sha256 is 'SHA-256 of its bytes, lower-case hex';
comment on column uphold.source_file.reading is 'How it was read: source system, kind and a fingerprint of the dialect';
comment on column uphold.source_file.kind is 'letter, items-csv, dmhc-csv, ny-dfs, table or the name of a dialect';
comment on column uphold.source_file.bytes is 'Size';
comment on column uphold.source_file.name is 'Path as given when it was first read; internal, never published';
comment on column uphold.source_file.run is 'Run that read it first';
comment on column uphold.source_file.loaded_at is 'When its readings were committed';
comment on column uphold.source_file.accepted is 'Readings that were new or changed';
comment on column uphold.source_file.rejected is 'Readings that gave no determination';
comment on column uphold.source_file.unchanged is 'Readings that were in the store already';

create table uphold.source_path (
    path        text        not null,
    reading     text        not null,
    bytes       bigint      not null,
    modified_at timestamptz not null,
    source_file bigint      not null references uphold.source_file,
    primary key (path, reading)
);
comment on table uphold.source_path is 'Where files were seen, with size and time: an unchanged listing is not read again';
comment on column uphold.source_path.path is 'Absolute path; internal, never published';
comment on column uphold.source_path.reading is 'As in source_file';
comment on column uphold.source_path.bytes is 'Size when it was read';
comment on column uphold.source_path.modified_at is 'Time of last change when it was read';
comment on column uphold.source_path.source_file is 'Its content';

create table uphold.rejection (
    id            bigint generated always as identity primary key,
    run           bigint not null references uphold.run,
    source_file   bigint references uphold.source_file,
    source_sha256 text   not null,
    line          bigint,
    page          integer,
    "character"   integer,
    code          text   not null,
    message       text   not null,
    record_sha256 text   not null
);
create index rejection_by_run on uphold.rejection (run);
create index rejection_by_file on uphold.rejection (source_file);
comment on table uphold.rejection is 'Readings that gave no determination, with the reason; no text of the record is kept';
comment on column uphold.rejection.id is 'Number';
comment on column uphold.rejection.run is 'Run that read it';
comment on column uphold.rejection.source_file is 'File; null where its bytes could not be read';
comment on column uphold.rejection.source_sha256 is 'SHA-256 of the file, or of its name where the bytes could not be read';
comment on column uphold.rejection.line is 'Line, from 1';
comment on column uphold.rejection.page is 'Page, from 1';
comment on column uphold.rejection."character" is 'Character of the folded text, from 1';
comment on column uphold.rejection.code is 'Problem code';
comment on column uphold.rejection.message is 'What was expected, what was found, what to do';
comment on column uphold.rejection.record_sha256 is 'SHA-256 of the record, to find it again';

-- ----------------------------------------------------------------------------------------------------- vocabularies

create table uphold.service (
    id          smallint generated always as identity primary key,
    category    text not null,
    subcategory text not null,
    unique (category, subcategory)
);
comment on table uphold.service is 'Services: category and subcategory of the classification tables';
comment on column uphold.service.id is 'Number';
comment on column uphold.service.category is 'Service category; Unclassified where no rule matched';
comment on column uphold.service.subcategory is 'Service subcategory';

create table uphold.guideline (
    id     integer generated always as identity primary key,
    source text not null,
    name   text not null,
    unique (source, name)
);
comment on table uphold.guideline is 'Guidelines under one name whatever the year''s spelling';
comment on column uphold.guideline.id is 'Number';
comment on column uphold.guideline.source is 'MTUS, ODG, ACOEM, Other, None cited';
comment on column uphold.guideline.name is 'Chapter or guideline; Not stated where none is named';

create table uphold.specialty (
    id        integer generated always as identity primary key,
    name      text    not null unique,
    physician boolean not null,
    known     boolean not null
);
comment on table uphold.specialty is 'Reviewer boards and subspecialties in canonical form';
comment on column uphold.specialty.id is 'Number';
comment on column uphold.specialty.name is 'Canonical name';
comment on column uphold.specialty.known is 'Whether the classification tables know it';
comment on column uphold.specialty.physician is 'Whether its holders are physicians';

create table uphold.claims_administrator (
    id   integer generated always as identity primary key,
    name text not null unique
);
comment on table uphold.claims_administrator is 'Claims administrators, where a source states them';
comment on column uphold.claims_administrator.id is 'Number';
comment on column uphold.claims_administrator.name is 'As printed, white space folded';

create table uphold.source_set (
    bits smallint primary key,
    code text not null unique
);
comment on table uphold.source_set is 'Exact sets of guideline sources: MTUS 1, ODG 2, ACOEM 4, Other 8, None cited 16';
comment on column uphold.source_set.bits is 'Sum of the members';
comment on column uphold.source_set.code is 'Members joined by +, in order of evidence';

create table uphold.source_in_set (
    bits   smallint not null references uphold.source_set,
    source text     not null,
    primary key (bits, source)
);
comment on table uphold.source_in_set is 'Members of each set of guideline sources';
comment on column uphold.source_in_set.bits is 'The set';
comment on column uphold.source_in_set.source is 'A member';

with source (bit, name) as (values (1, 'MTUS'), (2, 'ODG'), (4, 'ACOEM'), (8, 'Other'), (16, 'None cited')),
set_of as (select bits::smallint from generate_series(1, 31) as bits),
member as (select s.bits, o.bit, o.name from set_of s join source o on s.bits & o.bit <> 0),
sets as (insert into uphold.source_set select bits, string_agg(name, '+' order by bit) from member group by bits)
select 1;
insert into uphold.source_in_set
select s.bits, o.name
from uphold.source_set s
join (values (1, 'MTUS'), (2, 'ODG'), (4, 'ACOEM'), (8, 'Other'), (16, 'None cited')) as o (bit, name) on s.bits & o.bit <> 0;

-- --------------------------------------------------------------------------------------------------- determinations
-- The bulk tables below carry no foreign keys: the merge that alone writes them joins every row to what it refers to, and
-- a trigger per row would cost more than the load itself. A test checks that nothing dangles.

create sequence uphold.determination_id;
comment on sequence uphold.determination_id is 'Numbers of determinations, taken in blocks by the loader';

create table uphold.determination (
    id                    bigint      primary key,
    system                text        not null,
    case_key              text        not null,
    case_number           text,
    content_hash          bytea       not null,
    decided_from          date,
    decided_to            date,
    bucket                integer     not null,
    received_date         date,
    assigned_date         date,
    ur_decision_date      date,
    injury_date           date,
    priority              text,
    case_outcome_as_printed text,
    claims_administrator  integer,
    jurisdiction          text,
    age                   text,
    sex                   text,
    ur_action             text,
    specialties           integer[]   not null,
    specialties_as_printed text[]     not null,
    licensure             text[]      not null,
    licensure_as_printed  text[]      not null,
    form                  text        not null,
    source_file           bigint      not null,
    line                  bigint,
    page                  integer,
    run                   bigint      not null,
    loaded_at             timestamptz not null,
    superseded_at         timestamptz,
    superseded_by         bigint,
    constraint determination_decided_whole check ((decided_from is null) = (decided_to is null))
);
create unique index determination_current on uphold.determination (system, case_key) where superseded_at is null;
create index determination_superseded_case on uphold.determination (system, case_key) where superseded_at is not null;
create index determination_by_decision on uphold.determination (decided_from) where superseded_at is null;
create index determination_superseded on uphold.determination (decided_from) where superseded_at is not null;
create index determination_by_run on uphold.determination using brin (run);
comment on table uphold.determination is 'Final determinations; of one case the current one and those it superseded';
comment on column uphold.determination.id is 'Number';
comment on column uphold.determination.system is 'Source system that the case number belongs to, such as ca-dwc';
comment on column uphold.determination.case_key is 'Case number, or a hash where none is printed';
comment on column uphold.determination.case_number is 'As printed; null where none is';
comment on column uphold.determination.content_hash is 'SHA-256 of what the determination says, whatever its file';
comment on column uphold.determination.decided_from is 'First day the decision may be of; the day itself where it is stated';
comment on column uphold.determination.decided_to is 'Last day the decision may be of';
comment on column uphold.determination.bucket is 'Month of the decision as yyyymm; yyyy00 where only a year is stated; 0 where nothing is';
comment on column uphold.determination.received_date is 'When the application was received';
comment on column uphold.determination.assigned_date is 'When the case was assigned';
comment on column uphold.determination.ur_decision_date is 'When the utilization review denied or modified';
comment on column uphold.determination.injury_date is 'Date of injury; never published';
comment on column uphold.determination.priority is 'STANDARD, EXPEDITED, or null';
comment on column uphold.determination.case_outcome_as_printed is 'Outcome that a cover page states for the whole case';
comment on column uphold.determination.claims_administrator is 'Who denied, where a source states it';
comment on column uphold.determination.jurisdiction is 'State or programme, as printed';
comment on column uphold.determination.age is 'Age or age range, as printed';
comment on column uphold.determination.sex is 'As printed';
comment on column uphold.determination.ur_action is 'denied or modified, where a source states it';
comment on column uphold.determination.specialties is 'Canonical specialties of the one reviewer, first named first';
comment on column uphold.determination.specialties_as_printed is 'As printed, so that a changed table can be applied again';
comment on column uphold.determination.licensure is 'States of licence as USPS codes, in the order printed; unknown ones as printed';
comment on column uphold.determination.licensure_as_printed is 'As printed';
comment on column uphold.determination.form is 'Letter era or table dialect it was recognised as';
comment on column uphold.determination.source_file is 'File it was read from';
comment on column uphold.determination.line is 'Line in that file, from 1, where lines count';
comment on column uphold.determination.page is 'Page in that file, from 1, where pages count';
comment on column uphold.determination.run is 'Run that loaded it';
comment on column uphold.determination.loaded_at is 'When it was loaded';
comment on column uphold.determination.superseded_at is 'When another determination of the case took its place; null: current';
comment on column uphold.determination.superseded_by is 'The determination that did';

create table uphold.item (
    determination                   bigint   not null,
    number                          integer  not null,
    outcome                         uphold.outcome not null,
    service_id                      smallint not null,
    service                         text     not null,
    disputed_service                text,
    service_rule                    text     not null,
    adjunct                         boolean  not null,
    body_part                       text,
    quantity                        text,
    stated_vocabulary               text,
    stated_category                 text,
    stated_subcategory              text,
    claims_administrator_guideline  text,
    claims_administrator_sources    smallint,
    claims_administrator_guidelines integer[],
    reviewer_guideline              text,
    reviewer_sources                smallint,
    reviewer_guidelines             integer[],
    "character"                     integer,
    primary key (determination, number)
);
create index item_unclassified on uphold.item (determination) where service_rule = 'none';
comment on table uphold.item is 'Disputed items of determinations, each with its own outcome: the unit of the headline rate';
comment on column uphold.item.determination is 'The determination';
comment on column uphold.item.number is 'Number in it, from 1';
comment on column uphold.item.outcome is 'What the reviewer decided';
comment on column uphold.item.service_id is 'What the service was classified as';
comment on column uphold.item.service is 'Heading before the outcome, white space folded';
comment on column uphold.item.disputed_service is 'Part still in dispute where the rest had been approved; null: the whole service';
comment on column uphold.item.service_rule is 'Classification rule that decided, or none';
comment on column uphold.item.adjunct is 'Whether it goes with a disputed surgery';
comment on column uphold.item.body_part is 'Body part named, or null';
comment on column uphold.item.quantity is 'Quantity named, or null';
comment on column uphold.item.stated_vocabulary is 'Whose words the stated category is in, or null';
comment on column uphold.item.stated_category is 'Category that the publisher itself states, or null';
comment on column uphold.item.stated_subcategory is 'Subcategory that the publisher itself states, or null';
comment on column uphold.item.claims_administrator_guideline is 'What the denial was based on, as printed; null where no block is printed';
comment on column uphold.item.claims_administrator_sources is 'Its exact set of guideline sources; null where no block is printed';
comment on column uphold.item.claims_administrator_guidelines is 'Its guidelines in the order cited';
comment on column uphold.item.reviewer_guideline is 'What the decision was based on, as printed; null where no block is printed';
comment on column uphold.item.reviewer_sources is 'Its exact set of guideline sources; null where no block is printed';
comment on column uphold.item.reviewer_guidelines is 'Its guidelines in the order cited, each once';
comment on column uphold.item."character" is 'Where the item starts in the folded text of its file, from 1';

create table uphold.problem (
    determination bigint not null,
    code          text   not null,
    message       text   not null,
    line          bigint,
    page          integer,
    "character"   integer
);
create index problem_by_determination on uphold.problem (determination);
comment on table uphold.problem is 'What could not be taken as it stands in determinations that were accepted';
comment on column uphold.problem.determination is 'The determination';
comment on column uphold.problem.code is 'Problem code';
comment on column uphold.problem.message is 'What was expected and found';
comment on column uphold.problem.line is 'Line, from 1';
comment on column uphold.problem.page is 'Page, from 1';
comment on column uphold.problem."character" is 'Character of the folded text, from 1';

-- -------------------------------------------------------------------------------------------------------------- sums

create table uphold.cell_change (
    determination bigint   not null,
    sign          smallint not null check (sign in (-1, 1))
);
comment on table uphold.cell_change is 'Determinations that came or went since the cells were last brought up to date';
comment on column uphold.cell_change.determination is 'The determination';
comment on column uphold.cell_change.sign is '1: became current, -1: was superseded';

create table uphold.cell (
    grouping             text    not null,
    bucket               integer not null,
    key                  text[]  not null,
    letters              bigint  not null,
    cases_upheld         bigint  not null,
    cases_overturned     bigint  not null,
    cases_mixed          bigint  not null,
    cases_undetermined   bigint  not null,
    cases_with_upheld    bigint  not null,
    cases_with_not_upheld bigint not null,
    items                bigint  not null,
    upheld               bigint  not null,
    overturned           bigint  not null,
    partially_overturned bigint  not null,
    unknown              bigint  not null,
    sum_mm               bigint  not null,
    sum_xm               bigint  not null,
    sum_xx               bigint  not null,
    primary key (grouping, bucket, key)
);
comment on table uphold.cell is 'Additive sums over the current determinations, by grouping, month of decision and group';
comment on column uphold.cell.grouping is 'Dimensions joined by *, or overall, disposition, days';
comment on column uphold.cell.bucket is 'Month as yyyymm; yyyy00 where only a year is stated; 0 where no date is';
comment on column uphold.cell.key is 'Values of the dimensions';
comment on column uphold.cell.letters is 'Letters with an item in the group';
comment on column uphold.cell.cases_upheld is 'Letters whose determined items in the group are all upheld';
comment on column uphold.cell.cases_overturned is 'Letters whose determined items in the group are all overturned';
comment on column uphold.cell.cases_mixed is 'Letters with any other mix, or any partial, among the determined items';
comment on column uphold.cell.cases_undetermined is 'Letters with no determined item in the group';
comment on column uphold.cell.cases_with_upheld is 'Letters with an upheld item in the group';
comment on column uphold.cell.cases_with_not_upheld is 'Letters with an overturned or partially overturned item in the group';
comment on column uphold.cell.items is 'Upheld + overturned + partially overturned + unknown';
comment on column uphold.cell.upheld is 'Items upheld';
comment on column uphold.cell.overturned is 'Items overturned';
comment on column uphold.cell.partially_overturned is 'Items partially overturned';
comment on column uphold.cell.unknown is 'Items of unknown outcome';
comment on column uphold.cell.sum_mm is 'Sum over letters of m*m, m the determined items of the letter in the group';
comment on column uphold.cell.sum_xm is 'Sum over letters of x*m, x the upheld among them';
comment on column uphold.cell.sum_xx is 'Sum over letters of x*x';

create table uphold.bucket_state (
    bucket         integer primary key,
    determinations bigint  not null,
    content        numeric not null
);
comment on table uphold.bucket_state is 'What each month of the store holds, as an additive digest: equal digests mean equal determinations';
comment on column uphold.bucket_state.bucket is 'As in cell';
comment on column uphold.bucket_state.determinations is 'Current determinations';
comment on column uphold.bucket_state.content is 'Sum over them of the first eight bytes of their content hash';

create table uphold.store_fact (
    name  text primary key,
    value text not null
);
comment on table uphold.store_fact is 'What holds for the store as a whole';
comment on column uphold.store_fact.name is 'taxonomy_version: version of the tables that every item was classified by';
comment on column uphold.store_fact.value is 'Its value';
