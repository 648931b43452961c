-- One source.
-- Parameters: id. Columns: those of source_row.
SELECT * FROM source_row WHERE id = :id
