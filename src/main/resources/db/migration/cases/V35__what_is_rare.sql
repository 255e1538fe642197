-- What lists are asked for and few cases have: without these, whoever asks for some that hardly
-- exist has every case of the district read twice, for the page and for its total.
create index case_file_of_matter on cases.case_file (matter_code, reported_at desc, id desc);
create index case_file_of_service on cases.case_file (reported_at desc, id desc)
    where flow = 'service';
create index case_file_of_level on cases.case_file (level, reported_at desc, id desc)
    where level is not null;
create index case_file_otherwise_over on cases.case_file (state, reported_at desc, id desc)
    where state in ('REFUSED', 'MERGED', 'SPLIT');
create index case_file_of_source on cases.case_file (source, reported_at desc, id desc)
    where source not in ('patrol', 'resident');
