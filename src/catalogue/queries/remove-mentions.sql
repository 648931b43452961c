-- Forgets what a document was found to name.
-- Parameters: document. No columns.
DELETE FROM mention WHERE document = :document
