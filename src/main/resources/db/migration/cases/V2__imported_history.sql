-- What the last import said of a case, so that the same file changes nothing and a corrected one
-- changes only what it corrects.
create table cases.imported (
    county_code  text    not null collate "C",
    case_id      bigint  not null,
    -- of the row as the file told it
    fingerprint  text    not null collate "C",
    -- of the case as the import left it: a higher one says that somebody has worked on it since
    version      int     not null,
    -- the name of the case it is a duplicate of; that case may come later, or never
    duplicate_of text    collate "C",
    -- whether its steps came in a list of their own, rather than being read off its row
    listed       boolean not null,
    primary key (county_code, case_id),
    foreign key (county_code, case_id) references cases.case_file (county_code, id)
);

create index imported_duplicate on cases.imported (county_code, case_id)
    where duplicate_of is not null;

-- A file may name a survivor that it does not hold.
alter table cases.case_file drop constraint merged_into_another;
alter table cases.case_file add constraint merged_into_another check (
    (merged_into is null or state = 'MERGED')
    and (state <> 'MERGED' or merged_into is not null or source_system is not null));

-- Figures are counted by these; files of history come in the order of time, more or less.
create index case_file_times on cases.case_file
    using brin (reported_at, filed_at, due_at) with (pages_per_range = 32);
