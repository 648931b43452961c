-- The ids of all records that their source has taken back.
-- No parameters. Columns: id.
SELECT id FROM record WHERE withdrawn
