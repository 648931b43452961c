-- What a document names, in the order of its text.
-- Parameters: document. Columns: start, end, kind, record, record_kind, name, known.
SELECT m.start, m.end, m.kind, m.record, r.kind AS record_kind, m.name, m.known
FROM mention AS m
LEFT JOIN record AS r ON r.id = m.record
WHERE m.document = :document
ORDER BY m.start
