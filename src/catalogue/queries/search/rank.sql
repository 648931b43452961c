-- Has the function search_rank called for every row of the full-text index that
-- matches; a row only once it has had enough.
-- Parameters: match, an expression of FTS5. Columns: enough.
SELECT 1 AS enough FROM search WHERE search MATCH :match AND search_rank (search)
