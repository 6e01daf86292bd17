-- At the end of every task the engine asks for its subtasks; without an index it read all open tasks each time.
create index ix_act_ru_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);
