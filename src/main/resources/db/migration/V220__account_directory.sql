-- Accounts that the administrator has shut, and which directory (OIDC registration, or ldap) last let the person in; null
-- for who has a password of his own.
alter table account add column closed boolean not null default false;
alter table account add column directory varchar(64);
