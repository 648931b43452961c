-- A document was read for names.
-- Parameters: document. No columns.
DELETE FROM mention_pending WHERE document = :document
