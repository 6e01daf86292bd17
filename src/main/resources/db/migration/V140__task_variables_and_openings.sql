-- Reading a task's variables is a permission of its own from here on; who holds a task keeps it (7 = task, 64 = READ_VARIABLE).
update ACT_RU_AUTHORIZATION set PERMS_ = PERMS_ + 64 where TYPE_ = 1 and RESOURCE_TYPE_ = 7 and mod(PERMS_, 128) < 64;

-- An opening that was cut off, and for which units it was ordered, so that it can be ordered again.
alter table opening add column interrupted boolean not null default false;
create table opening_unit (
    opening_id varchar(36) not null,
    unit_code varchar(64) not null,
    primary key (opening_id, unit_code),
    constraint fk_opening_unit_opening foreign key (opening_id) references opening (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
