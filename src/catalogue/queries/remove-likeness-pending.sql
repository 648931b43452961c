-- A document was compared with the others.
-- Parameters: document. No columns.
DELETE FROM likeness_pending WHERE document = :document
