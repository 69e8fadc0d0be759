-- The indexes that a first load makes when all rows are there are two thirds of its end.

-- Cases of a store have one source system as a rule: a sort that begins with it compares it in vain each time.
drop index uphold.determination_current;
create unique index determination_current on uphold.determination (case_key, system) where superseded_at is null;
drop index uphold.determination_superseded_case;
create index determination_superseded_case on uphold.determination (case_key, system) where superseded_at is not null;

-- The systems of the store are listed by hopping along an index; every file that gave determinations names its own.
create index source_file_by_system on uphold.source_file (split_part(reading, '/', 1)) where accepted + unchanged > 0;

-- Run and time of loading rise together: one reading of the table serves both.
drop index uphold.determination_by_run;
drop index uphold.determination_by_load;
create index determination_by_arrival on uphold.determination using brin (run, loaded_at)
    with (pages_per_range = 32, autosummarize = on);

-- Neither runs nor files are ever deleted, and a reject is written by who has just seen both; looking them up again for each was
-- most of its cost. Determinations have no such keys either.
alter table uphold.rejection drop constraint rejection_run_fkey, drop constraint rejection_source_file_fkey;
