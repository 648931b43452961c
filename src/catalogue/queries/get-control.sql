-- One control.
-- Parameters: id. Columns: those of control_row.
SELECT * FROM control_row WHERE id = :id
