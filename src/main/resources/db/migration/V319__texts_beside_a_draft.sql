-- Three windows with the same form, and more: each text that was typed without having seen the others stays until the person has seen it.
create table task_draft_beside (
    id varchar(36) not null,
    task_id varchar(64) not null,
    account varchar(64) not null,
    content longtext not null,
    saved_at datetime(3) not null,
    primary key (task_id, account, id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
insert into task_draft_beside (id, task_id, account, content, saved_at)
    select 'before', task_id, account, beside, saved_at from task_draft where beside is not null;
alter table task_draft drop column beside;
