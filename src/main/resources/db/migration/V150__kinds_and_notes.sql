-- A periodic evaluation (monthly, quarterly) gives a predicate that the annual one shows (PermenPANRB 6/2022).
alter table cycle add column kind varchar(20) default 'ANNUAL' not null;

-- What the supervisor wrote when he fixed the predicate; the employee reads it.
alter table evaluation add column confirm_note longtext;

-- Guidance (bimbingan) or counselling (konseling).
alter table coaching add column kind varchar(20) default 'GUIDANCE' not null;
