-- Empties a list before it is stored anew.
-- Parameters: owner. No columns.
DELETE FROM document_attachment WHERE owner = :owner
