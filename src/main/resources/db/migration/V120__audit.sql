-- Append-only. evaluation_id holds the calibration's id for the meeting on a unit, hence no foreign key; and the
-- trail must outlive what it tells of.
create table trail_entry (
    id bigint not null auto_increment,
    evaluation_id varchar(36) not null,
    recorded_at datetime(3) not null,
    actor varchar(64),
    kind varchar(20) not null,
    what varchar(100) not null,
    process varchar(100),
    task_id varchar(64),
    answer longtext,
    confidential boolean not null,
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_trail_entry_evaluation on trail_entry (evaluation_id, id);
