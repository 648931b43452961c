-- The bytes that a document was read from.
-- Parameters: document. Columns: bytes; no row when they were not kept.
SELECT o.bytes FROM document AS d JOIN original AS o ON o.hash = d.hash WHERE d.id = :document
