-- Found by PlanTests: what oversight asks about somebody.
-- Past tasks of a person; of a name or a process there are indexes.
create index ix_act_hi_taskinst_assignee on ACT_HI_TASKINST (ASSIGNEE_);
-- Who is away on a day or later.
create index ix_absence_until on absence (until_day);
