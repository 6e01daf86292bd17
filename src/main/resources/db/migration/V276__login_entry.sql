-- Who came in, or tried to, when and from where; account is null when there is none of that name.
create table login_entry (
    id varchar(36) not null,
    recorded_at datetime(3) not null,
    account varchar(64),
    address varchar(64),
    way varchar(20) not null,
    outcome varchar(20) not null,
    token varchar(80),
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index login_entry_by_time on login_entry (recorded_at);
create index login_entry_by_account on login_entry (account, recorded_at);
