-- What the merges that hold gave to a record, in their order.
-- Parameters: record; gone, the id of the one that was merged into it, NULL for
-- all. Columns: before, after.
SELECT e.before, e.after
FROM merge_in_force AS m
JOIN history_entry AS e ON e.history = m.history
WHERE m.kept = :record AND e.record = :record AND (:gone IS NULL OR m.gone = :gone)
  AND e.kind = m.kind AND e.before IS NOT NULL AND e.after IS NOT NULL
ORDER BY m.id, e.position
