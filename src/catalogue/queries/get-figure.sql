-- One figure.
-- Parameters: id. Columns: those of figure_row.
SELECT * FROM figure_row WHERE id = :id
