-- Rows of an import that favour whoever imported, as its files said them; gone when a second person has decided.
create table waiting_import (
    id varchar(36) not null,
    asked_by varchar(64) not null,
    asked_at datetime(3) not null,
    file_names longtext not null,
    content longtext not null,
    primary key (id)
) /*! character set utf8mb4 collate utf8mb4_bin */;
