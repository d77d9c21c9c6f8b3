-- The path of a page when it is too long for the key of a row; the key holds its hash then. Portable subset, see V1.
alter table pages add column long_path text;
