-- What a unit of work changed, in its order.
-- Parameters: history; record, NULL for all; limit. Columns: record, kind,
-- before, after; ref, what the record is called now, NULL when it is gone.
SELECT record, kind, before, after, (SELECT ref FROM any_ref WHERE id = e.record) AS ref
FROM history_entry AS e
WHERE history = :history AND (:record IS NULL OR record = :record)
ORDER BY position
LIMIT :limit
