create table cycle (
    id varchar(36) not null,
    name varchar(120) not null,
    scheme varchar(20) not null,
    first_day date not null,
    last_day date not null,
    targets_due date not null,
    check_in_months int not null,
    assessment_opens date not null,
    feedback_closes date not null,
    assessment_due date not null,
    calibration_due date not null,
    version bigint not null,
    primary key (id),
    constraint uq_cycle_name unique (name)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- Never twice for one person in one cycle, whatever the application does.
create table evaluation (
    id varchar(36) not null,
    cycle_id varchar(36) not null,
    employee_nip varchar(18) not null,
    employee varchar(64) not null,
    employee_name varchar(200) not null,
    position varchar(200) not null,
    unit_code varchar(64) not null,
    unit_name varchar(200) not null,
    supervisor varchar(64) not null,
    supervisor_name varchar(200) not null,
    superior varchar(64),
    stage varchar(20) not null,
    predicate varchar(20),
    confirmed_by varchar(64),
    confirmed_at datetime(3),
    version bigint not null,
    primary key (id),
    constraint uq_evaluation_person unique (cycle_id, employee_nip),
    constraint fk_evaluation_cycle foreign key (cycle_id) references cycle (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_evaluation_employee on evaluation (employee);
create index ix_evaluation_supervisor on evaluation (supervisor);
create index ix_evaluation_superior on evaluation (superior);
create index ix_evaluation_unit on evaluation (cycle_id, unit_code);

create table unit_predicate (
    id varchar(36) not null,
    cycle_id varchar(36) not null,
    unit_code varchar(64) not null,
    predicate varchar(20) not null,
    set_by varchar(64) not null,
    set_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint uq_unit_predicate unique (cycle_id, unit_code),
    constraint fk_unit_predicate_cycle foreign key (cycle_id) references cycle (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- A unit takes part in a cycle; one calibration is started with each row.
create table opened_unit (
    id varchar(36) not null,
    cycle_id varchar(36) not null,
    unit_code varchar(64) not null,
    unit_name varchar(200) not null,
    opened_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint uq_opened_unit unique (cycle_id, unit_code),
    constraint fk_opened_unit_cycle foreign key (cycle_id) references cycle (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- One order of HR to open a cycle for some units, and how far it has come.
create table opening (
    id varchar(36) not null,
    cycle_id varchar(36) not null,
    started_by varchar(64) not null,
    started_at datetime(3) not null,
    finished_at datetime(3),
    total int not null,
    already int not null,
    opened int not null,
    skipped int not null,
    version bigint not null,
    primary key (id),
    constraint fk_opening_cycle foreign key (cycle_id) references cycle (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table opening_skip (
    id varchar(36) not null,
    opening_id varchar(36) not null,
    employee_nip varchar(18) not null,
    employee_name varchar(200) not null,
    unit_name varchar(200) not null,
    reason varchar(50) not null,
    version bigint not null,
    primary key (id),
    constraint fk_opening_skip_opening foreign key (opening_id) references opening (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
