-- Asked for each change that a page shows.
create index ix_privileged_change_account on privileged_change (account);
