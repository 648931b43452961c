-- What was said of a text. A record that was merged away is the one that was kept.
-- Parameters: words. Columns: text, kind and uuid of the record, NULL when it names
-- nothing, or when the record is gone.
WITH RECURSIVE place (record) AS (
  SELECT record FROM mention_rule WHERE words = :words AND record IS NOT NULL
  UNION
  SELECT m.kept FROM place AS p JOIN merge_in_force AS m ON m.gone = p.record
)
SELECT
  text,
  (SELECT kind FROM record WHERE id IN (SELECT record FROM place)) AS kind,
  (SELECT uuid FROM record WHERE id IN (SELECT record FROM place)) AS uuid
FROM mention_rule
WHERE words = :words
