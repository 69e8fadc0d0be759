-- Which statement of a case counts: a path says what it says now, and its newest edition replaces what it said before. So the store
-- knows the path of each determination, whether the path still says it, and when the file that says so was written.

-- Nothing may come in between reading what paths said and writing down what they say.
lock table uphold.determination, uphold.source_path in access exclusive mode;

-- ------------------------------------------------------------------------------------------------------------------ paths

alter table uphold.source_path
    add column id bigint generated always as identity,
    add column system text,
    add column said_at timestamptz,
    alter column bytes drop not null,
    alter column modified_at drop not null,
    alter column source_file drop not null;
update uphold.source_path set system = split_part(reading, '/', 1), said_at = modified_at;

-- The same path read in several ways is one path: what was read last is what it says.
delete from uphold.source_path p using uphold.source_path q
where q.path = p.path and q.system = p.system and (q.source_file, q.reading) > (p.source_file, p.reading);

-- Members of archives and tables of databases have no listing, and had no line. When they were read is the best that is known.
insert into uphold.source_path (path, reading, system, said_at, source_file)
select distinct on (f.name, split_part(f.reading, '/', 1))
    f.name, f.reading, split_part(f.reading, '/', 1),
    case when f.kind = 'table' or f.name = '-' then timestamptz '9999-12-31 00:00:00Z' else f.loaded_at end, f.id
from uphold.source_file f
where f.kind <> 'unreadable'
    and not exists (select from uphold.source_path p where p.path = f.name and p.system = split_part(f.reading, '/', 1))
order by f.name, split_part(f.reading, '/', 1), f.id desc;

alter table uphold.source_path
    drop constraint source_path_pkey,
    alter column system set not null,
    alter column said_at set not null,
    add primary key (path, system);
create unique index source_path_by_number on uphold.source_path (id);
create index source_path_by_file on uphold.source_path (source_file);
comment on table uphold.source_path is 'Where statements were read: each path with its newest edition; an unchanged listing is not read again';
comment on column uphold.source_path.id is 'Number of the path, in determination';
comment on column uphold.source_path.path is 'Absolute path; of an archive''s member that of the archive, then !/ and the member; of a database''s table its address and name; internal, never published';
comment on column uphold.source_path.system is 'Source system of its case numbers';
comment on column uphold.source_path.reading is 'How its newest edition was read, as in source_file';
comment on column uphold.source_path.said_at is 'When its newest edition was written, by which a tie between paths is decided; the end of the year 9999 where it says what it says whenever it is read';
comment on column uphold.source_path.bytes is 'Size when it was read; null where a listing cannot vouch for it';
comment on column uphold.source_path.modified_at is 'Time of last change when it was read; null where a listing cannot vouch for it';
comment on column uphold.source_path.source_file is 'Content of its newest edition; null: to be read again';

-- ------------------------------------------------------------------------------------------------------------- statements

alter table uphold.determination
    add column source_path bigint,
    add column said_at timestamptz,
    add column replaced_at timestamptz,
    add column lost_at timestamptz,
    add column same_as bigint;

create function uphold.path_of_file(file bigint) returns bigint language sql stable strict
as 'select p.id from uphold.source_file f
    join uphold.source_path p on p.path = f.name and p.system = split_part(f.reading, ''/'', 1) where f.id = file';
-- Where files are gone from the log book there is no path to be had: one that no file has.
alter table uphold.determination
    alter column source_path type bigint using coalesce(uphold.path_of_file(source_file), 0);
drop function uphold.path_of_file(bigint);
alter table uphold.determination alter column source_path set not null;

-- Of what was superseded, the last that a path said of a case stands beside what other paths say, unless the current one is the path's own.
update uphold.determination d set replaced_at = d.superseded_at
where d.superseded_at is not null
    and (exists (
            select from uphold.determination c
            where c.case_key = d.case_key and c.system = d.system and c.superseded_at is null and c.source_path = d.source_path)
        or exists (
            select from uphold.determination n
            where n.case_key = d.case_key and n.system = d.system and n.superseded_at is not null
                and n.source_path = d.source_path and (n.loaded_at, n.id) > (d.loaded_at, d.id)));

update uphold.determination d set lost_at = d.superseded_at
from uphold.determination c
where d.superseded_at is not null and d.replaced_at is null
    and c.case_key = d.case_key and c.system = d.system and c.superseded_at is null and c.content_hash <> d.content_hash;

-- What a path said twice was kept once, and what two paths said alike under one of them. Those paths are read again, once, if they are
-- still there; until then the figures are those of before.
update uphold.source_path p set source_file = null
from uphold.source_file f
where f.id = p.source_file
    and (f.name <> p.path
        or exists (
            select from uphold.source_file g
            where g.name = p.path and split_part(g.reading, '/', 1) = p.system and g.id <> f.id));

create index determination_by_path on uphold.determination (source_path) where replaced_at is null;
create index determination_standing on uphold.determination (case_key, system)
    where superseded_at is not null and replaced_at is null;
-- What a file that was cut stated is gone once the whole one is there.
create index problem_cut on uphold.problem (determination) where code = 'CUT_ROW';
create index determination_lost on uphold.determination (lost_at) where superseded_at is not null and lost_at is not null;
comment on table uphold.determination is 'Final determinations as paths state them; of one case the current one, those that stand beside it, and those of before';
comment on column uphold.determination.source_path is 'Path that states it';
comment on column uphold.determination.said_at is 'When the path''s last edition that named the case was written; null: its newest edition names it';
comment on column uphold.determination.replaced_at is 'Store time from which the path no longer states it; null: it stands';
comment on column uphold.determination.lost_at is 'Store time from which it stands and says something else than the one that counts; null: it does not';
comment on column uphold.determination.same_as is 'Determination that has its items: another path''s, which says the same; null: it has its own';
comment on column uphold.determination.superseded_at is 'Store time from which it does not count; null: current';
comment on column uphold.determination.superseded_by is 'The determination that took its place; null where none did';

-- ---------------------------------------------------------------------------------------------------------------- by hand

create table uphold.withdrawal (
    id           bigint generated always as identity primary key,
    system       text        not null,
    case_key     text        not null,
    reason       text        not null,
    withdrawn_at timestamptz not null,
    put_back_at  timestamptz
);
create unique index withdrawal_open on uphold.withdrawal (case_key, system) where put_back_at is null;
comment on table uphold.withdrawal is 'Cases that were taken out of the figures by hand: whatever is stated of them, nothing counts until they are put back';
comment on column uphold.withdrawal.id is 'Number';
comment on column uphold.withdrawal.system is 'Source system of the case number';
comment on column uphold.withdrawal.case_key is 'As in determination; the case need not have been stated yet';
comment on column uphold.withdrawal.reason is 'Why; internal, never published';
comment on column uphold.withdrawal.withdrawn_at is 'Store time from which it is out';
comment on column uphold.withdrawal.put_back_at is 'Store time from which it is in again; null: it is out';

-- --------------------------------------------------------------------------------------------------------------- log book

alter table uphold.run
    add column cases_new bigint not null default 0,
    add column cases_changed bigint not null default 0,
    add column cases_returned bigint not null default 0,
    add column statements_lost bigint not null default 0,
    add column cases_unnamed bigint not null default 0,
    add column cases_withdrawn bigint not null default 0;
comment on column uphold.run.cases_new is 'Cases that count for the first time';
comment on column uphold.run.cases_changed is 'Cases of which something else counts, never said before';
comment on column uphold.run.cases_returned is 'Cases of which something counts again that had been superseded or withdrawn';
comment on column uphold.run.statements_lost is 'Statements that stand and say something else than the one that counts, since this run';
comment on column uphold.run.cases_unnamed is 'Statements of cases that the newest edition of their path no longer names, and that stay';
comment on column uphold.run.cases_withdrawn is 'Cases that nothing is left of that counts';
