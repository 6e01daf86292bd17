-- subject: id of the cycle; account of the person, and his pseudonym as soon as he has one.
create table erasure (
    id varchar(36) not null,
    kind varchar(20) not null,
    subject varchar(64) not null,
    ordered_by varchar(64) not null,
    ordered_at datetime(3) not null,
    finished_at datetime(3),
    erased int not null,
    version bigint not null,
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
alter table evaluation add column erased_at datetime(3);
