-- Deeds are all in one place of the trail, and read from their newest end.
create index ix_trail_entry_time on trail_entry (evaluation_id, recorded_at, id);
