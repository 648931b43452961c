-- The state of the full-text index.
-- No parameters. Columns: format; next, which is how many rows there are; unmerged.
SELECT format, next, unmerged FROM search_state WHERE id = 1
