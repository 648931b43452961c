-- The merges that hold, newest first.
-- Parameters: merge, kept, gone, ids, and gone_uuid, each NULL for all. Columns: id,
-- kind, gone, gone_uuid, gone_fr, gone_en, history, time; kept, its reference,
-- NULL when it was removed or merged itself; kept_id.
SELECT
  m.id, m.kind, m.gone, m.gone_uuid, m.gone_fr, m.gone_en, m.history, m.time, m.kept AS kept_id,
  (SELECT ref FROM any_ref WHERE id = m.kept) AS kept
FROM merge_in_force AS m
WHERE (:merge IS NULL OR m.id = :merge)
  AND (:kept IS NULL OR m.kept = :kept)
  AND (:gone IS NULL OR m.gone = :gone)
  AND (:gone_uuid IS NULL OR m.gone_uuid = :gone_uuid)
ORDER BY m.id DESC
