-- How often the password was guessed wrongly in a row, until when nobody comes in for that, whether the password was
-- given by somebody else, and a number that grows when password or roles change: sessions begun before then end.
alter table account add column failed_logins int not null default 0;
alter table account add column locked_until datetime(3);
alter table account add column must_change boolean not null default false;
alter table account add column stamp bigint not null default 0;
