-- The last change of the rows of the index.
-- No parameters. Columns: number, mark.
SELECT number, mark FROM search_change ORDER BY number DESC LIMIT 1
