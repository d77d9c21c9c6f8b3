-- What people searched for and what they were shown. Portable subset, see V1.

create table search_events (
    tenant     varchar(64)              not null,
    id         varchar(64)              not null,
    at         timestamp with time zone not null,
    space      varchar(20)              not null,
    purpose    varchar(20)              not null,
    question   varchar(2000)            not null,
    platform   varchar(100)             not null,
    millis     double precision         not null,
    outcome    varchar(20)              not null,
    confidence double precision         not null,
    shown      text                     not null,
    used       text                     not null,
    primary key (tenant, id)
);

create index search_events_by_time on search_events (tenant, at);
