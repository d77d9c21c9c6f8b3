-- Portable subset: runs unchanged on H2 in PostgreSQL mode and on PostgreSQL 15. Every row belongs to a tenant.

create table ingestion_jobs (
    tenant       varchar(64)              not null,
    id           varchar(36)              not null,
    source       varchar(400)             not null,
    location     varchar(4000)            not null,
    background   boolean                  not null,
    state        varchar(20)              not null,
    stage        varchar(200)             not null,
    done         bigint                   not null,
    total        bigint                   not null,
    created_at   timestamp with time zone not null,
    heartbeat_at timestamp with time zone not null,
    ended_at     timestamp with time zone,
    owner        varchar(400)             not null,
    attempts     integer                  not null,
    cancelled    boolean                  not null,
    error_code   varchar(100),
    error_fact   varchar(4000),
    error_remedy varchar(4000),
    result       text,
    primary key (tenant, id)
);

-- A page that is being written: after a crash it, and only it, is written again.
alter table pages add column writing boolean default false not null;
