-- Whether a document waits to be read for names.
-- Parameters: document. Columns: found, a row when it does.
SELECT 1 AS found FROM mention_pending WHERE document = :document
