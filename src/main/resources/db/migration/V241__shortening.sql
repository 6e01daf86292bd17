-- The evaluation's own days where they are not the cycle's; all null while they are.
alter table evaluation add column first_day date;
alter table evaluation add column last_day date;
alter table evaluation add column targets_due date;
alter table evaluation add column assessment_opens date;
alter table evaluation add column feedback_closes date;
alter table evaluation add column assessment_due date;

-- HR gave a running evaluation other days, and how what was agreed before is shared out (DAYS, MONTHS, NONE).
create table shortening (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    first_before date not null,
    last_before date not null,
    first_day date not null,
    last_day date not null,
    measure varchar(20) not null,
    kind varchar(20) not null,
    reason longtext not null,
    decided_by varchar(64) not null,
    decided_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint fk_shortening_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- The one evaluation of a person in a cycle that counts; null for cancelled ones, beside which a new one may be opened.
alter table evaluation add column standing boolean default true;
update evaluation set standing = null where stage = 'CANCELLED';
alter table evaluation add constraint uq_evaluation_standing unique (cycle_id, employee_nip, standing);
alter table evaluation drop constraint uq_evaluation_person;
