-- A superior changed while an evaluation ran, and what HR chose to do about it.
create table supervisor_change (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    former varchar(64) not null,
    successor varchar(64),
    choice varchar(20) not null,
    reason longtext not null,
    decided_by varchar(64) not null,
    decided_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint fk_supervisor_change_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- An evaluation that was ended early, by whom and why.
alter table evaluation add column ended_by varchar(64);
alter table evaluation add column ended_at datetime(3);
alter table evaluation add column end_reason varchar(20);
alter table evaluation add column end_note longtext;
alter table evaluation add column ended_in varchar(20);
