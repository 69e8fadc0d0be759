-- A run may publish every month that was touched, each month with a line of its own.
alter table uphold.run
    add column touched boolean not null default false,
    add column parent bigint references uphold.run,
    add column provisional boolean;
create index run_by_parent on uphold.run (parent) where parent is not null;
comment on column uphold.run.touched is 'Whether it publishes each month that letters came into or went from, instead of its one window';
comment on column uphold.run.parent is 'Run that read for this one and published it among others; null: it did both itself';
comment on column uphold.run.provisional is 'Whether the period of its package might still change; null: none was begun';
