-- The units that an account is HR of. No foreign key to the units: they are the import's, which may replace them.
create table account_unit (
    account_name varchar(64) not null,
    unit_code varchar(64) not null,
    primary key (account_name, unit_code),
    constraint fk_account_unit_account foreign key (account_name) references account (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;
