-- A record, and those that had been merged into it, maybe by way of others, when a
-- merge was made.
-- Parameters: record, merge. Columns: id.
WITH RECURSIVE source (id) AS (
  SELECT :record
  UNION
  SELECT m.gone
  FROM source AS s
  JOIN merge AS m ON m.kept = s.id
  JOIN merge AS t ON t.id = :merge
  JOIN history AS h ON h.id = m.history
  LEFT JOIN history AS p ON p.id = m.parting
  WHERE m.id < t.id AND h.state = 'done' AND (p.id IS NULL OR p.state <> 'done' OR p.id > t.history)
)
SELECT id FROM source
