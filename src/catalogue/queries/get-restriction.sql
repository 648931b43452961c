-- One restriction.
-- Parameters: id. Columns: those of restriction_row.
SELECT * FROM restriction_row WHERE id = :id
