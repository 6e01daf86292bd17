-- The code calls them acting officials; "stand in" meant substitutes too.
-- "if exists": on MariaDB a migration that broke off is tried again although this statement stands.
alter table if exists stand_in_official rename to acting_official;
