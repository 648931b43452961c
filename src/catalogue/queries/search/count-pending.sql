-- How many records the full-text index does not show as they are.
-- No parameters. Columns: one, the number.
SELECT count (*) AS n FROM search_pending
