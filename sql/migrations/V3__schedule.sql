-- What the scheduler has run, so that a night is run once whoever looks after it, and is caught up when nobody did.
create table uphold.schedule (
    job   text        not null,
    cron  text        not null,
    zone  text        not null,
    since timestamptz not null,
    primary key (job, cron, zone)
);
comment on table uphold.schedule is 'Schedules that a scheduler has seen; nothing is caught up from before it first saw one';
comment on column uphold.schedule.job is 'Name of the job';
comment on column uphold.schedule.cron is 'Five fields, as in the job file';
comment on column uphold.schedule.zone is 'Time zone that they are meant in';
comment on column uphold.schedule.since is 'When a scheduler first saw it';

create table uphold.schedule_firing (
    job         text        not null,
    due_at      timestamptz not null,
    missed      integer     not null check (missed >= 0),
    attempts    integer     not null check (attempts > 0),
    claimed_at  timestamptz not null,
    claimed_by  text        not null,
    run         bigint,
    exit_code   smallint,
    finished_at timestamptz,
    primary key (job, due_at)
);
create index schedule_firing_unfinished on uphold.schedule_firing (job, due_at) where finished_at is null;
comment on table uphold.schedule_firing is 'Times at which a job was due and a scheduler took it: one line each, whoever was first';
comment on column uphold.schedule_firing.job is 'Name of the job';
comment on column uphold.schedule_firing.due_at is 'When it was due by its schedule';
comment on column uphold.schedule_firing.missed is 'Earlier times that passed while no scheduler was up, and that this one stands for';
comment on column uphold.schedule_firing.attempts is 'How often it was started; more than once after a stop, a killed process or exit code 75';
comment on column uphold.schedule_firing.claimed_at is 'When the latest attempt was started';
comment on column uphold.schedule_firing.claimed_by is 'Process that did, as process@machine';
comment on column uphold.schedule_firing.run is 'Its last run in the log book; null before it ends, or where there was none';
comment on column uphold.schedule_firing.exit_code is 'How the last attempt ended; null while it is under way, or where a later time took its place';
comment on column uphold.schedule_firing.finished_at is 'When it was over for good; null: under way, stopped, or to be tried again';
