-- One document.
-- Parameters: id. Columns: those of document_row.
SELECT * FROM document_row WHERE id = :id
