-- What merges did to a record, and to what ties it, that were older than one and
-- were taken back while it held; newest first.
-- Parameters: merge, record. Columns: kind, before, after.
SELECT e.kind, e.before, e.after
FROM merge AS m
JOIN merge AS o ON o.id < m.id
JOIN history AS h ON h.id = o.history AND h.state = 'done'
JOIN history AS p ON p.id = o.parting AND p.state = 'done' AND p.id > m.history
JOIN history_entry AS e ON e.history = o.history AND e.record = :record
WHERE m.id = :merge AND e.after IS NOT NULL
ORDER BY o.id DESC, e.position DESC
