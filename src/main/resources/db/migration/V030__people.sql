-- Who works where and answers to whom.
create table unit (
    code varchar(64) not null,
    name varchar(200) not null,
    parent_code varchar(64),
    version bigint not null,
    primary key (code),
    constraint fk_unit_parent foreign key (parent_code) references unit (code)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table employee (
    nip varchar(18) not null,
    name varchar(200) not null,
    email varchar(200),
    position varchar(200) not null,
    position_kind varchar(10) not null,
    position_level varchar(50),
    unit_code varchar(64) not null,
    supervisor_nip varchar(18),
    account varchar(64) not null,
    version bigint not null,
    primary key (nip),
    constraint uq_employee_account unique (account),
    constraint fk_employee_unit foreign key (unit_code) references unit (code),
    constraint fk_employee_supervisor foreign key (supervisor_nip) references employee (nip)
) /*! character set utf8mb4 collate utf8mb4_bin */;
