-- Who is asked, fixed when the assessment starts, and whether he has answered; not what.
create table feedback_invitation (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    respondent varchar(64) not null,
    relation varchar(20) not null,
    answered boolean not null,
    version bigint not null,
    primary key (id),
    constraint uq_feedback_invitation unique (evaluation_id, respondent),
    constraint fk_feedback_invitation_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;

-- What was said; deliberately without author, time or anything else that leads to an invitation.
create table feedback_answer (
    id varchar(36) not null,
    evaluation_id varchar(36) not null,
    ratings longtext not null,
    remark longtext,
    version bigint not null,
    primary key (id),
    constraint fk_feedback_answer_evaluation foreign key (evaluation_id) references evaluation (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
