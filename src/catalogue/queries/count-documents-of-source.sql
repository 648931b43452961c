-- How many documents a source has, counted no farther than a limit.
-- Parameters: id, limit. Columns: n.
SELECT count (*) AS n FROM (SELECT 1 FROM document WHERE source = :id LIMIT :limit)
