-- Everything here is appended and never changed: a second number follows, the first stays readable.
create table self_assessment (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    number int not null,
    answer longtext not null,
    assessed_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint uq_self_assessment unique (evaluation_id, number),
    constraint fk_self_assessment_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table supervisor_rating (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    number int not null,
    basis varchar(20) not null,
    rater varchar(64) not null,
    rating longtext not null,
    reason longtext,
    rated_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint uq_supervisor_rating unique (evaluation_id, number),
    constraint fk_supervisor_rating_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table score (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    number int not null,
    basis varchar(20) not null,
    total decimal(9,2),
    predicate varchar(20) not null,
    explanation longtext not null,
    calculated_at datetime(3) not null,
    decided_by varchar(64) not null,
    reason longtext,
    version bigint not null,
    primary key (id),
    constraint uq_score unique (evaluation_id, number),
    constraint fk_score_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
