-- The records that name a record.
-- Parameters: target. Columns: id; kind; binding, 1 when the record cannot be
-- without what it names.
SELECT r.id, r.kind, max (n.binding) AS binding
FROM reference AS n JOIN record AS r ON r.id = n.record
WHERE n.target = :target
GROUP BY r.id
