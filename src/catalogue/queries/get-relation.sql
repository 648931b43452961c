-- One relation.
-- Parameters: id. Columns: those of relation_row.
SELECT * FROM relation_row WHERE id = :id
