-- Two windows with the same form: the later text is told apart from the earlier one, and kept beside it.
alter table task_draft add column version bigint default 1 not null;
alter table task_draft add column beside longtext;
