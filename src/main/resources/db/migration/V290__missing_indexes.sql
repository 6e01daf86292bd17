-- Found by PlanTests: what read a growing table from end to end.
-- At the end of every task the engine asks for its subtasks.
create index ix_act_ru_task_parent on ACT_RU_TASK (PARENT_TASK_ID_);
-- HR's list of steps that are late.
create index ix_act_ru_task_due on ACT_RU_TASK (TASK_DEF_KEY_, DUE_DATE_);
-- The job executor looks for work, on every server all day; almost all jobs are timers of later days.
create index ix_act_ru_job_due on ACT_RU_JOB (DUEDATE_);
-- Whose service has ended, for every question about reporting lines.
create index ix_employee_ended on employee (ended_on);
-- What somebody did, when they ask for their own data.
create index ix_trail_entry_actor on trail_entry (actor, kind);
