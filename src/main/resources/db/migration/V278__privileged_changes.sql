-- What one administrator may not do alone: what was asked for and waits for a second person (WAITING), and what was done
-- because there was none and stands to be confirmed or undone (STANDING). Roles and units are separated by spaces.
create table privileged_change (
    id varchar(36) not null,
    account varchar(64) not null,
    kind varchar(20) not null,
    roles varchar(200) not null,
    units varchar(2000) not null,
    state varchar(20) not null,
    asked_by varchar(64) not null,
    asked_at datetime(3) not null,
    decided_by varchar(64),
    decided_at datetime(3),
    version bigint not null,
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_privileged_change_state on privileged_change (state);

-- Locked by whoever asks or decides, so that two at the same moment see each other's deed.
create table privilege_lock (
    id int not null,
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
insert into privilege_lock (id) values (1);
