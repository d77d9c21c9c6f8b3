-- Portable subset: runs unchanged on H2 in PostgreSQL mode and on PostgreSQL 15. Every row belongs to a tenant.

alter table tasks add column subject varchar(400) default '' not null;
alter table tasks add column direct boolean default false not null;
alter table tasks add column process varchar(400) default '' not null;
alter table tasks add column heartbeat_at timestamp with time zone;
alter table tasks add column events bigint default 0 not null;

create index tasks_by_type on tasks (tenant, type, created_at);

create table task_events (
    task   varchar(36)              not null references tasks (id) on delete cascade,
    number bigint                   not null,
    tenant varchar(64)              not null,
    at     timestamp with time zone not null,
    type   varchar(60)              not null,
    body   text                     not null,
    primary key (task, number)
);

-- Says which process holds a message, so that those of a dead one are known at once.
alter table messages alter column lease set data type varchar(500);

-- Ingestions are tasks like all others; what had not ended belonged to a process of the version before.
insert into tasks (tenant, id, type, subject, direct, body, state, attempts, stage, done, total, process, heartbeat_at, cancelling, result,
        error_code, error_fact, error_remedy, created_at, started_at, ended_at)
    select tenant, id, 'ingestion', source, true,
        '{"location":"' || replace(replace(location, '\', '\\'), '"', '\"') || '"}',
        case state when 'done' then 'succeeded' when 'queued' then 'interrupted' when 'running' then 'interrupted' else state end,
        attempts, stage, done, total, owner, heartbeat_at, cancelled, result, error_code, substring(error_fact, 1, 2000),
        substring(error_remedy, 1, 2000), created_at, created_at, coalesce(ended_at, heartbeat_at)
    from ingestion_jobs;

drop table ingestion_jobs;
