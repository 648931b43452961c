-- One place.
-- Parameters: id. Columns: those of place_row.
SELECT * FROM place_row WHERE id = :id
