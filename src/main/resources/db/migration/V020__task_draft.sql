create table task_draft (
    task_id varchar(64) not null,
    account varchar(64) not null,
    content longtext not null,
    saved_at datetime(3) not null,
    primary key (task_id, account)
) /*! character set utf8mb4 collate utf8mb4_bin */;
