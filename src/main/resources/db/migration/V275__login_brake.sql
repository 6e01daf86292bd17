-- Attempts to come in, found by a hash of what is counted: an account at a client, an account, an address.
create table login_count (
    id varchar(64) not null,
    attempts int not null,
    since datetime(3) not null,
    not_before datetime(3),
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index login_count_by_age on login_count (since);

-- Browsers and addresses (hashed) from which somebody has come in.
create table known_client (
    account_name varchar(64) not null,
    client varchar(64) not null,
    seen_at datetime(3) not null,
    primary key (account_name, client),
    constraint fk_known_client_account foreign key (account_name) references account (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create index known_client_by_client on known_client (client);
create index known_client_by_age on known_client (seen_at);

-- The lock that others could hold shut.
alter table account drop column failed_logins;
alter table account drop column locked_until;
