-- One row per round: a result was shown, and the employee accepted, stayed silent or objected. Appended, never changed.
create table result_review (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    round int not null,
    score_number int not null,
    predicate varchar(20) not null,
    reaction varchar(20) not null,
    reasons longtext,
    evidence longtext not null,
    reviewed_at datetime(3) not null,
    version bigint not null,
    primary key (id),
    constraint uq_result_review unique (evaluation_id, round),
    constraint fk_result_review_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- The key is the review's: a decision is final, so there is never a second one (PP 30/2019 art. 59).
create table objection_decision (
    review_id varchar(36) not null,
    evaluation_id varchar(36) not null,
    outcome varchar(20) not null,
    reason longtext not null,
    hearing_assessor longtext not null,
    hearing_employee longtext not null,
    decided_by varchar(64) not null,
    decided_at datetime(3) not null,
    version bigint not null,
    primary key (review_id),
    constraint fk_objection_decision_review foreign key (review_id) references result_review (id),
    constraint fk_objection_decision_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
