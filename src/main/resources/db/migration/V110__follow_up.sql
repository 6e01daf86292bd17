create table follow_up (
    evaluation_id varchar(36) not null,
    proposals longtext not null,
    reward_proposed boolean not null,
    note longtext,
    planned_by varchar(64),
    planned_at datetime(3),
    version bigint not null,
    primary key (evaluation_id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table training (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    code varchar(64) not null,
    title varchar(200) not null,
    goal longtext not null,
    due_on date not null,
    planned_on date not null,
    completed_on date,
    learned longtext,
    proof longtext,
    version bigint not null,
    primary key (id),
    constraint fk_training_follow_up foreign key (evaluation_id) references follow_up (evaluation_id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_training_evaluation on training (evaluation_id);

create table coaching (
    evaluation_id varchar(36) not null,
    topic longtext not null,
    due_on date not null,
    held_on date,
    notes longtext,
    agreements longtext,
    held_by varchar(64),
    version bigint not null,
    primary key (evaluation_id),
    constraint fk_coaching_follow_up foreign key (evaluation_id) references follow_up (evaluation_id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table reward (
    evaluation_id varchar(36) not null,
    kind varchar(64) not null,
    title varchar(200) not null,
    citation longtext not null,
    nominated_by varchar(64) not null,
    nominated_at datetime(3) not null,
    granted boolean,
    reason longtext,
    decided_by varchar(64),
    decided_at datetime(3),
    version bigint not null,
    primary key (evaluation_id),
    constraint fk_reward_follow_up foreign key (evaluation_id) references follow_up (evaluation_id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
