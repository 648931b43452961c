-- How many tables, indexes and views a database has.
-- No parameters. Columns: the number.
SELECT count (*) FROM sqlite_schema
