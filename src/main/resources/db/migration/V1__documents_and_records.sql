-- Portable subset: runs unchanged on H2 in PostgreSQL mode and on PostgreSQL 15. Every row belongs to a tenant.

create table sources (
    tenant      varchar(64)              not null,
    name        varchar(400)             not null,
    kind        varchar(20)              not null,
    location    varchar(4000)            not null,
    version     varchar(400)             not null,
    ingested_at timestamp with time zone not null,
    primary key (tenant, name)
);

create table pages (
    tenant       varchar(64)   not null,
    source       varchar(400)  not null,
    path         varchar(2000) not null,
    content_hash varchar(64)   not null,
    chunks       integer       not null,
    primary key (tenant, source, path)
);

create table embeddings (
    tenant       varchar(64)  not null,
    model        varchar(200) not null,
    content_hash varchar(64)  not null,
    vector       bytea        not null,
    primary key (tenant, model, content_hash)
);

create table json_records (
    tenant     varchar(64)              not null,
    collection varchar(100)             not null,
    id         varchar(200)             not null,
    body       text                     not null,
    updated_at timestamp with time zone not null,
    primary key (tenant, collection, id)
);
