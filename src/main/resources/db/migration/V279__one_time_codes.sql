-- Codes by which people set their own password. Of the code only its SHA-256 is kept (hexadecimal). Seconded: made for
-- somebody who decides about others, by the rules for that.
create table one_time_code (
    id varchar(36) not null,
    account_name varchar(64) not null,
    hash varchar(64) not null,
    seconded boolean not null,
    issued_by varchar(64) not null,
    issued_at datetime(3) not null,
    expires_at datetime(3) not null,
    used_at datetime(3),
    ended_at datetime(3),
    version bigint not null,
    primary key (id),
    constraint uq_one_time_code_hash unique (hash),
    constraint fk_one_time_code_account foreign key (account_name) references account (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- Grows with every change of the password; a token remembers it and ends with it.
alter table account add column password_stamp bigint not null default 0;
alter table api_token add column password_stamp bigint not null default 0;
