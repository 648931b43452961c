-- How many documents were not read, counted no farther than a limit.
-- Parameters: id (0), limit. Columns: n.
SELECT count (*) AS n FROM (SELECT 1 FROM document WHERE read IS NULL AND :id = 0 LIMIT :limit)
