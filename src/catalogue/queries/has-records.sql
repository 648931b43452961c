-- Whether there is anything in the catalogue.
-- No parameters. Columns: 1 or 0.
SELECT EXISTS (SELECT 1 FROM record)
