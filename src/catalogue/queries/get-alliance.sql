-- One alliance.
-- Parameters: id. Columns: those of alliance_row.
SELECT * FROM alliance_row WHERE id = :id
