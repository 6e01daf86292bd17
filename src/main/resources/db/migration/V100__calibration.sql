create table calibration (
    id varchar(36) not null,
    cycle_id varchar(36) not null,
    unit_code varchar(64) not null,
    unit_name varchar(200) not null,
    state varchar(20) not null,
    opened_at datetime(3) not null,
    summoned boolean not null,
    decided_by varchar(64),
    decided_at datetime(3),
    note longtext,
    version bigint not null,
    primary key (id),
    constraint uq_calibration_unit unique (cycle_id, unit_code)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- One row per evaluation that came by; late ones (awaiting = false) found the meeting over.
create table calibration_member (
    evaluation_id varchar(36) not null,
    calibration_id varchar(36) not null,
    awaiting boolean not null,
    joined_at datetime(3) not null,
    version bigint not null,
    primary key (evaluation_id),
    constraint fk_calibration_member_calibration foreign key (calibration_id) references calibration (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_calibration_member_calibration on calibration_member (calibration_id);

-- What the meeting moved, with the predicate before it, kept for ever.
create table calibration_move (
    evaluation_id varchar(36) not null,
    calibration_id varchar(36) not null,
    from_predicate varchar(20) not null,
    to_predicate varchar(20) not null,
    reason longtext not null,
    moved_by varchar(64) not null,
    moved_at datetime(3) not null,
    version bigint not null,
    primary key (evaluation_id),
    constraint fk_calibration_move_calibration foreign key (calibration_id) references calibration (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_calibration_move_calibration on calibration_move (calibration_id);
