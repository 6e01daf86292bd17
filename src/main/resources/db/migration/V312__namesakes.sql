-- Each task that is born asks whether somebody else has the name of whom it is about.
create index ix_employee_name on employee (name);
