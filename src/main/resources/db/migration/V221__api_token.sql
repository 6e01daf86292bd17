-- Tokens for machines. Of the token itself only its SHA-256 is kept (hexadecimal).
create table api_token (
    id varchar(36) not null,
    account_name varchar(64) not null,
    name varchar(80) not null,
    hash varchar(64) not null,
    created_at datetime(3) not null,
    expires_at datetime(3) not null,
    last_used_at datetime(3),
    revoked_at datetime(3),
    version bigint not null,
    primary key (id),
    constraint uq_api_token_hash unique (hash),
    constraint fk_api_token_account foreign key (account_name) references account (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table api_token_role (
    token_id varchar(36) not null,
    role varchar(32) not null,
    primary key (token_id, role),
    constraint fk_api_token_role_token foreign key (token_id) references api_token (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
