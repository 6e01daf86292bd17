-- Somebody does certain tasks for somebody else for a time. Both days are inclusive; ended_at is null unless ended early.
create table substitution (
    id varchar(36) not null,
    person varchar(64) not null,
    substitute varchar(64) not null,
    first_day date not null,
    last_day date not null,
    named_by varchar(64) not null,
    named_at datetime(3) not null,
    reason longtext,
    ended_by varchar(64),
    ended_at datetime(3),
    version bigint not null,
    primary key (id),
    constraint fk_substitution_person foreign key (person) references account (name),
    constraint fk_substitution_substitute foreign key (substitute) references account (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table substitution_kind (
    substitution_id varchar(36) not null,
    kind varchar(20) not null,
    primary key (substitution_id, kind),
    constraint fk_substitution_kind foreign key (substitution_id) references substitution (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- Who did a step for whom, beside what the phases keep of who did it. Written with the deed and never changed.
create table substituted_step (
    task_id varchar(64) not null,
    business_key varchar(64) not null,
    task varchar(255) not null,
    actor varchar(64) not null,
    person varchar(64) not null,
    done_at datetime(3) not null,
    primary key (task_id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_substituted_step_key on substituted_step (business_key);
