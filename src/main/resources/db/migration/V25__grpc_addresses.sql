-- Where processes take calls over gRPC. Portable subset, see V1.

alter table service_instances add column grpc varchar(400) default '' not null;
