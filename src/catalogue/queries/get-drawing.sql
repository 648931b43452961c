-- One drawing.
-- Parameters: id. Columns: those of drawing_row.
SELECT * FROM drawing_row WHERE id = :id
