-- What a former assessor wrote down for his successor; written once, with the choice of HR that asked for it.
create table hand_over_note (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    change_id varchar(36) not null,
    writer varchar(64) not null,
    agreed longtext,
    seen longtext,
    remaining longtext,
    written_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint uq_hand_over_note unique (change_id),
    constraint fk_hand_over_note_evaluation foreign key (evaluation_id) references evaluation (id),
    constraint fk_hand_over_note_change foreign key (change_id) references supervisor_change (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- Who answered the report: the assessor may have changed since. Null for what was answered before this was kept.
alter table check_in add column feedback_by varchar(64);
