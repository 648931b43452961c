-- Forgets what the rows of the full-text index are of.
-- No parameters. No columns.
DELETE FROM search_row
