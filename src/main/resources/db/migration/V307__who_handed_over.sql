-- Whether somebody ever rated a person is asked by who handed over and who took over.
create index ix_supervisor_change_former on supervisor_change (former);
create index ix_supervisor_change_successor on supervisor_change (successor);
