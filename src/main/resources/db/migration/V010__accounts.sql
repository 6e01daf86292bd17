create table account (
    name varchar(64) not null,
    display_name varchar(255),
    email varchar(255),
    password_hash varchar(100),
    version bigint not null,
    primary key (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table account_role (
    account_name varchar(64) not null,
    role varchar(32) not null,
    primary key (account_name, role),
    foreign key (account_name) references account (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index account_role_by_role on account_role (role);
