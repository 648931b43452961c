-- The records that name a record or rest on it, and the dossiers that hold it:
-- of each kind the newest, and how many there are.
-- Parameters: target; limit, of each kind. Columns: record, a reference; total.
WITH
  found (id) AS (
    SELECT record FROM reference WHERE target = :target
    UNION SELECT record FROM record_extract WHERE extract = :target
    UNION SELECT dossier FROM member WHERE record = :target),
  ranked (id, kind, place, total) AS (
    SELECT r.id, r.kind, row_number () OVER (PARTITION BY r.kind ORDER BY r.id DESC), count (*) OVER (PARTITION BY r.kind)
    FROM found JOIN record AS r ON r.id = found.id)
SELECT (SELECT ref FROM any_ref WHERE id = ranked.id) AS record, total
FROM ranked
WHERE place <= :limit
ORDER BY kind, place
