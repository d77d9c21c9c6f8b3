-- Portable subset: runs unchanged on H2 in PostgreSQL mode and on PostgreSQL 15.

create table service_instances (
    id      varchar(100)             not null primary key,
    roles   varchar(2000)            not null,
    address varchar(400)             not null,
    version varchar(100)             not null,
    missing varchar(4000)            not null,
    seen_at timestamp with time zone not null
);
