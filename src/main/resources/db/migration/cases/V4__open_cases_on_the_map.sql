-- The map shows what is open, which is little beside what was closed in all the years.
create index case_file_open_spot on cases.case_file using gist (point(lon, lat))
    where open and lon is not null;
