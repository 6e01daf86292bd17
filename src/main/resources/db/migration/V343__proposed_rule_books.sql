-- Who approved a book; and files that wait for a second person.
alter table rule_book add column if not exists approver varchar(64);

create table rule_book_proposal (
    id varchar(64) not null,
    base int not null,
    hash varchar(64) not null,
    origin varchar(64) not null,
    author varchar(64) not null,
    reason longtext,
    made_at datetime(3) not null,
    state varchar(64) not null,
    decided_by varchar(64),
    decided_at datetime(3),
    decision longtext,
    version bigint not null,
    primary key (id),
    constraint fk_rule_book_proposal_base foreign key (base) references rule_book (number)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table rule_book_proposal_file (
    proposal varchar(64) not null,
    name varchar(128) not null,
    content longblob not null,
    primary key (proposal, name),
    constraint fk_rule_book_proposal_file foreign key (proposal) references rule_book_proposal (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
