-- Folders that organisations work on, each of which belongs to one. Portable subset: runs unchanged on H2 in PostgreSQL mode and on PostgreSQL 15.

create table projects (
    id         varchar(36)              not null primary key,
    tenant     varchar(64)              not null references organisations (tenant),
    name       varchar(200)             not null,
    folder     text                     not null,
    -- SHA-256 of the folder, because an index takes no path of any length.
    folder_key varchar(64)              not null unique,
    owner      varchar(64)              not null,
    settings   text                     not null,
    created_at timestamp with time zone not null,
    unique (tenant, name)
);
