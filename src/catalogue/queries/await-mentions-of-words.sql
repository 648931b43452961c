-- The documents with some words in them are to be read for names again.
-- Parameters: match, an expression of FTS5. No columns.
INSERT INTO mention_pending (document)
SELECT b.document
FROM search AS s
JOIN search_row AS w ON w.key = s.rowid
JOIN body AS b ON b.document = w.record
WHERE s.search MATCH :match
ON CONFLICT (document) DO NOTHING
