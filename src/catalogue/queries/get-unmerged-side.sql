-- A record as it was before the first of those merges into it that held when another
-- merge was made.
-- Parameters: record, merge. Columns: before. No row when there is none.
SELECT e.before
FROM merge AS m
JOIN merge AS t ON t.id = :merge
JOIN history AS h ON h.id = m.history AND h.state = 'done'
JOIN history_entry AS e ON +e.history = m.history AND e.record = m.kept AND e.kind = m.kind
LEFT JOIN history AS p ON p.id = m.parting
WHERE m.kept = :record AND m.id < t.id AND e.before IS NOT NULL AND (p.id IS NULL OR p.state <> 'done' OR p.id > t.history)
ORDER BY m.id, e.position
LIMIT 1
