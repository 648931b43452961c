-- What merges that hold and are newer than one did to a record, in their order.
-- Parameters: merge; record; kind, of the record. Columns: before, after.
SELECT e.before, e.after
FROM history_entry AS e
JOIN merge_in_force AS m ON m.history = e.history
WHERE e.record = :record AND e.kind = :kind AND m.id > :merge AND e.before IS NOT NULL AND e.after IS NOT NULL
ORDER BY m.id, e.position
