-- Who answered to whom, when. until_day is exclusive, null while it lasts; a row is ended once and never changed again.
create table reporting_line (
    id varchar(36) not null,
    employee_nip varchar(18) not null,
    supervisor_nip varchar(18) not null,
    from_day date not null,
    until_day date,
    cause varchar(20) not null,
    recorded_by varchar(64),
    recorded_at datetime(3) not null,
    ended_by varchar(64),
    ended_at datetime(3),
    version bigint not null,
    primary key (id),
    constraint fk_reporting_line_employee foreign key (employee_nip) references employee (nip),
    constraint fk_reporting_line_supervisor foreign key (supervisor_nip) references employee (nip)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- What was known before lines had dates: we can only say that it was so on this day.
insert into reporting_line (id, employee_nip, supervisor_nip, from_day, cause, recorded_at, version)
select concat('known-', nip), nip, supervisor_nip, current_date, 'TAKEN_OVER', current_timestamp(3), 0
from employee where supervisor_nip is not null;

-- Somebody does not do his office: he has left (until_day null), or is away for a while. Days as above.
create table absence (
    id varchar(36) not null,
    employee_nip varchar(18) not null,
    kind varchar(20) not null,
    from_day date not null,
    until_day date,
    recorded_by varchar(64),
    recorded_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint fk_absence_employee foreign key (employee_nip) references employee (nip)
) /*! character set utf8mb4 collate utf8mb4_bin */;
create index ix_absence_days on absence (from_day);
