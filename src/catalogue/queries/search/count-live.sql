-- How many rows of the full-text index are of a record still.
-- No parameters. Columns: one, the number.
SELECT count (*) AS n FROM search_row WHERE record IS NOT NULL
