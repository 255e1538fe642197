-- Which department wanted a matter; null where the district itself put it in the catalogue.
alter table catalogue.matter add column source_unit_code text collate "C";
