-- The store's own time: which changes a package shows, exactly, whatever the clock does and whatever was under way.

create table uphold.store_clock (
    only_one   boolean     primary key default true check (only_one),
    changed_at timestamptz not null
);
comment on table uphold.store_clock is 'When the store was last changed, in one row: the clock, but never standing still or going back';
comment on column uphold.store_clock.only_one is 'Keeps it one row';
comment on column uphold.store_clock.changed_at is 'Time of the last change; what a reader sees was changed at or before it, what it does not see after';
insert into uphold.store_clock (changed_at)
select coalesce(greatest(max(loaded_at), max(superseded_at)), timestamptz '1970-01-01 00:00:00+00') from uphold.determination;

create table uphold.store_taxonomy (
    since   timestamptz primary key,
    version text
);
comment on table uphold.store_taxonomy is 'By which classification tables everything was classified, and since when';
comment on column uphold.store_taxonomy.since is 'Store time';
comment on column uphold.store_taxonomy.version is 'Version of the tables; null: some items by one, some by another';
insert into uphold.store_taxonomy (since, version)
select c.changed_at, f.value from uphold.store_clock c, uphold.store_fact f where f.name = 'taxonomy_version';

alter table uphold.run add column store_time timestamptz;
alter table uphold.run add column open_from date;
comment on column uphold.run.store_time is 'Store time that the package shows';
comment on column uphold.run.open_from is 'First day of the month that was still open and left out; null: nothing was left out';
comment on column uphold.determination.loaded_at is 'Store time of its load';
comment on column uphold.determination.superseded_at is 'Store time from which another determination of the case took its place; null: current';
