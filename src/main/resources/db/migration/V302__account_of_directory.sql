-- A directory lets somebody into an account that has no password only when it did so before, when the account was handed to it,
-- or when there never was a password (password_stamp 0, which needs no mark). One whose password was taken back is nobody's to enter.
alter table account add column of_directory boolean not null default false;
update account set of_directory = true
where directory is not null
    or (password_hash is null and password_stamp > 0 and not exists (
        select 1 from privileged_change c
        where c.account = account.name and c.kind in ('RESET', 'FIRST_CODE') and c.state in ('UNDONE', 'WITHDRAWN')));
