-- How many records the full-text index does not show as they are, counted no farther
-- than a limit.
-- Parameters: limit. Columns: n.
SELECT count (*) AS n FROM (SELECT 1 FROM search_pending LIMIT :limit)
