-- JSON documents with a version that grows, and what they are found by. Portable subset, see V1.

create table documents (
    tenant     varchar(64)              not null,
    collection varchar(60)              not null,
    id         varchar(200)             not null,
    version    bigint                   not null,
    changed_at timestamp with time zone not null,
    labels     text                     not null,
    body       text                     not null,
    primary key (tenant, collection, id)
);

create index documents_by_version on documents (tenant, collection, version);

create table document_labels (
    tenant     varchar(64)  not null,
    collection varchar(60)  not null,
    id         varchar(200) not null,
    name       varchar(60)  not null,
    val        varchar(200) not null,
    primary key (tenant, collection, id, name)
);

create index document_labels_by_value on document_labels (tenant, collection, name, val);
