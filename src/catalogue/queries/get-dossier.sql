-- One dossier.
-- Parameters: id. Columns: those of dossier_row.
SELECT * FROM dossier_row WHERE id = :id
