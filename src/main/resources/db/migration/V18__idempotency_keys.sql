-- Answers to requests that may be repeated under the same key. Portable subset, see V1.

create table idempotency_keys (
    tenant     varchar(64)              not null,
    caller     varchar(100)             not null,
    name       varchar(200)             not null,
    request    varchar(64)              not null,
    owner      varchar(64)              not null,
    seen_at    timestamp with time zone not null,
    expires_at timestamp with time zone not null,
    answer     text,
    primary key (tenant, caller, name)
);

create index idempotency_keys_by_end on idempotency_keys (expires_at);
