-- Every version of every plan of targets. The document is the plan as JSON: it is read as a whole and never searched.
create table target_plan (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    plan_version int not null,
    status varchar(20) not null,
    proposed_by varchar(64) not null,
    reason longtext,
    remark longtext,
    document longtext not null,
    approved_by varchar(64),
    approved_at datetime(3),
    version bigint not null,
    primary key (id),
    -- Two revisions asked for at the same moment want the same number: only one gets it.
    constraint uq_target_plan_version unique (evaluation_id, plan_version),
    constraint fk_target_plan_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
