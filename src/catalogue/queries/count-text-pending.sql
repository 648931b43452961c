-- How many documents have a text that is still to be taken out.
-- No parameters. Columns: one, the number.
SELECT count (*) AS n FROM text_pending
