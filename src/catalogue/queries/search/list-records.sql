-- The records of a kind that the full-text index finds, and those that it does not
-- show as they are.
-- Parameters: match, an expression of FTS5; kind, its name; limit. Columns: id.
SELECT r.id FROM search_pending AS p CROSS JOIN record AS r ON r.id = p.record WHERE r.kind = :kind
UNION ALL
SELECT r.record AS id FROM search CROSS JOIN search_row AS r ON r.key = search.rowid
WHERE search MATCH :match AND r.kind = :kind AND r.record IS NOT NULL
LIMIT :limit
