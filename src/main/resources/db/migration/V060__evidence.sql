-- A row is made when a check-in is planned; the employee's report and the supervisor's feedback fill it.
create table check_in (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    ordinal int not null,
    planned_on date not null,
    reported_on date,
    note longtext,
    progress longtext,
    feedback longtext,
    version bigint not null,
    primary key (id),
    constraint uq_check_in unique (evaluation_id, ordinal),
    constraint fk_check_in_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table stored_file (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    file_name varchar(200) not null,
    kind varchar(10) not null,
    content longblob not null,
    uploaded_by varchar(64) not null,
    uploaded_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint fk_stored_file_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
