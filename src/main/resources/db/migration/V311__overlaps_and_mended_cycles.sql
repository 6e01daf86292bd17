-- Somebody was left out of an opening because of this other cycle, under the name that it had then.
alter table opening_skip add column other_cycle varchar(120);

-- HR gave a cycle other days: what differs, as JSON, and why. Never changed again; another one may follow.
create table cycle_change (
    id varchar(36) not null,
    cycle_id varchar(36) not null,
    fields longtext not null,
    reason longtext not null,
    changed_by varchar(64) not null,
    changed_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint fk_cycle_change_cycle foreign key (cycle_id) references cycle (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- Running evaluations whose tasks and timers do not follow their cycle's days yet; a row goes when they do.
create table evaluation_behind (
    evaluation_id varchar(36) not null,
    change_id varchar(36) not null,
    primary key (evaluation_id),
    constraint fk_evaluation_behind_evaluation foreign key (evaluation_id) references evaluation (id),
    constraint fk_evaluation_behind_change foreign key (change_id) references cycle_change (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
