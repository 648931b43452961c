-- Whether a document was found to name anything.
-- Parameters: document. Columns: found, a row when it was.
SELECT 1 AS found FROM mention WHERE document = :document LIMIT 1
