-- The last day of somebody's service; positions with what they ask for; who acts for whom (PLT, PLH) from when to when.
alter table employee add column ended_on date;

create table job_position (
    code varchar(64) not null,
    name varchar(200) not null,
    kind varchar(10) not null,
    level varchar(50),
    version bigint not null,
    primary key (code)
) /*! character set utf8mb4 collate utf8mb4_bin */;

create table job_position_competency (
    position_code varchar(64) not null,
    competency varchar(64) not null,
    level int not null,
    primary key (position_code, competency),
    constraint fk_job_position_competency foreign key (position_code) references job_position (code)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- The place is a unit's code, a position's code or a NIP.
-- Not "acting_…": the engine takes every table that begins like ACT_ with any third sign (_ is a wildcard) for its own.
create table stand_in_official (
    place_kind varchar(10) not null,
    place varchar(64) not null,
    acting_nip varchar(18) not null,
    first_day date not null,
    last_day date,
    kind varchar(10) not null,
    version bigint not null,
    primary key (place_kind, place, acting_nip, first_day),
    constraint fk_stand_in_official_employee foreign key (acting_nip) references employee (nip)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- One row that every import locks, so that imports come one after the other on all servers.
create table people_lock (
    id int not null,
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
insert into people_lock (id) values (1);
