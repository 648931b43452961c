-- The rows of the full-text index that match, newest first.
-- Parameters: match, an expression of FTS5. Columns: key.
SELECT rowid AS key FROM search WHERE search MATCH :match ORDER BY rowid
