-- What a dossier holds: of each kind the newest, and how many there are.
-- Parameters: target; limit, of each kind. Columns: record, a reference; total.
WITH ranked (id, kind, place, total) AS (
  SELECT r.id, r.kind, row_number () OVER (PARTITION BY r.kind ORDER BY r.id DESC), count (*) OVER (PARTITION BY r.kind)
  FROM member AS m JOIN record AS r ON r.id = m.record
  WHERE m.dossier = :target)
SELECT (SELECT ref FROM any_ref WHERE id = ranked.id) AS record, total
FROM ranked
WHERE place <= :limit
ORDER BY kind, place
