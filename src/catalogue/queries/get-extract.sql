-- One extract.
-- Parameters: id. Columns: those of extract_row.
SELECT * FROM extract_row WHERE id = :id
