-- Records that could not stay by merges that were older than one, and that came
-- back while it held.
-- Parameters: merge. Columns: record, kind, before.
SELECT e.record, e.kind, e.before
FROM merge AS m
JOIN merge AS o ON o.id < m.id
JOIN history AS h ON h.id = o.history AND h.state = 'done'
JOIN history AS p ON p.id = o.parting AND p.state = 'done' AND p.id > m.history
JOIN history_entry AS e ON e.history = o.history
WHERE m.id = :merge AND e.after IS NULL AND e.before IS NOT NULL AND e.kind NOT IN ('evidence', 'member', 'version')
ORDER BY o.id, e.position
