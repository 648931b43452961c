-- The records that a document names, those that it names most first.
-- Parameters: document, limit. Columns: id.
SELECT record AS id FROM mention WHERE document = :document AND record IS NOT NULL
GROUP BY record
ORDER BY count (*) DESC, record
LIMIT :limit
