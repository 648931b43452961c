-- What a UUID stands for whose record was merged into another, maybe by way of
-- others.
-- Parameters: uuid. Columns: id, 0 when it could not stay; kind. No row when it
-- was not merged.
WITH RECURSIVE chain (id) AS (
  SELECT kept FROM merge_in_force WHERE gone_uuid = :uuid
  UNION
  SELECT m.kept FROM chain AS c JOIN merge_in_force AS m ON m.gone = c.id
)
SELECT r.id, r.kind FROM chain AS c JOIN record AS r ON r.id = c.id
UNION ALL
SELECT 0, d.kind FROM merge_dropped AS d JOIN merge_in_force AS m ON m.id = d.merge WHERE d.uuid = :uuid
LIMIT 1
