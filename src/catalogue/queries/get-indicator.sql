-- One indicator.
-- Parameters: id. Columns: those of indicator_row.
SELECT * FROM indicator_row WHERE id = :id
