-- For whom the actor stood in, null when he acted for himself.
alter table trail_entry add column on_behalf_of varchar(64);
