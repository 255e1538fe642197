-- The rules of its district that it was filed under (org.linli.rules.DistrictRules); null for those
-- that are shipped, and for what was filed before there were others.
alter table cases.case_file add column rules_version int;
