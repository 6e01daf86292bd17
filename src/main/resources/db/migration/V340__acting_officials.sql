-- The code calls them acting officials; "stand in" meant substitutes too.
-- Not "acting_…": the engine takes every table whose name begins as its own do for one of them.
-- "if exists": on MariaDB a migration that broke off is tried again although this statement stands.
alter table if exists stand_in_official rename to official_acting;
