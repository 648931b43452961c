-- How many claims name an actor, counted no farther than a limit; twice those
-- that both are about it and let it speak.
-- Parameters: id, limit. Columns: n.
SELECT count (*) AS n FROM (
  SELECT 1 FROM claim WHERE about = :id UNION ALL SELECT 1 FROM claim_statement WHERE speaker = :id LIMIT :limit)
