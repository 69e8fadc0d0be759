-- One key for one case, however its number is written. What was keyed as printed is keyed anew by the program itself, which alone knows
-- how: right after this, when a store is opened.
create table uphold.case_key_folded (
    system    text        not null,
    printed   text        not null,
    case_key  text        not null,
    merged    boolean     not null,
    folded_at timestamptz not null,
    primary key (system, printed)
);
comment on table uphold.case_key_folded is 'Keys of cases from before numbers were compared whatever their dashes, blanks, width and letter case';
comment on column uphold.case_key_folded.system is 'Source system of the case number';
comment on column uphold.case_key_folded.printed is 'The key as it was: the number as printed';
comment on column uphold.case_key_folded.case_key is 'The key as it is, as in determination';
comment on column uphold.case_key_folded.merged is 'Whether another way of writing the number is there too, so that cases that were counted apart are one';
comment on column uphold.case_key_folded.folded_at is 'Store time of that';

insert into uphold.store_fact (name, value)
select 'case_keys', 'as printed' where exists (select from uphold.determination);
