-- One corridor.
-- Parameters: id. Columns: those of corridor_row.
SELECT * FROM corridor_row WHERE id = :id
