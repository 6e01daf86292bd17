-- Models, tables and forms that hold together, as one deployment of the engine. A row is never changed or deleted, so no number is given twice.
-- By the foreign key the engine cannot delete the deployment of a book either.
create table rule_book (
    number int not null,
    deployment_id varchar(64) not null,
    hash varchar(64) not null,
    origin varchar(64) not null,
    author varchar(64),
    reason longtext,
    made_at datetime(3) not null,
    holds_from date not null,
    models int not null,
    decision_tables int not null,
    forms int not null,
    version bigint not null,
    primary key (number),
    constraint uq_rule_book_deployment unique (deployment_id),
    constraint fk_rule_book_deployment foreign key (deployment_id) references ACT_RE_DEPLOYMENT (ID_)
) /*! character set utf8mb4 collate utf8mb4_bin */;
