-- Whose open tasks HR must hand over is asked by the closed accounts and by the last days of service.
create index ix_account_closed on account (closed);
create index ix_employee_ended_on on employee (ended_on);
