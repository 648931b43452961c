-- How many records a dossier has, counted no farther than a limit.
-- Parameters: id, limit. Columns: n.
SELECT count (*) AS n FROM (SELECT 1 FROM member WHERE dossier = :id LIMIT :limit)
