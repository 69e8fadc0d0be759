-- What was published under a disclosure profile, and what it shows: whoever has it may lay it beside what is published next.
create table uphold.release (
    id bigint generated always as identity primary key,
    run bigint not null,
    job text not null,
    window_from date,
    window_to date,
    basis text not null,
    profile text not null,
    package text,
    state timestamptz not null,
    published_at timestamptz not null default clock_timestamp(),
    shows jsonb not null,
    forgotten_at timestamptz,
    forgotten_why text,
    check ((forgotten_at is null) = (forgotten_why is null))
);
comment on table uphold.release is 'Packages published under a disclosure profile. Internal: it holds what they hide, too';
comment on column uphold.release.run is 'Run that published it';
comment on column uphold.release.window_from is 'First day that it is about; null: from the beginning';
comment on column uphold.release.window_to is 'First day after it; null: to the end';
comment on column uphold.release.package is 'Folder below the folder it was published to; null: its writing had just begun';
comment on column uphold.release.state is 'Store time of the last change that it shows';
comment on column uphold.release.shows is 'Tables, and in each of them rows: key, counts, whether it is shown';
comment on column uphold.release.forgotten_at is 'Since when later packages are no longer audited together with it; null: they are';
comment on column uphold.release.forgotten_why is 'Why, by hand';
