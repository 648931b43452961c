-- The records that answer the same question as a record, itself among them: the
-- retained one first.
-- Parameters: record. Columns: id, kind.
SELECT r.id, r.kind
FROM version AS v JOIN record AS r ON r.id = v.record
WHERE v.topic = (SELECT topic FROM version WHERE record = :record)
ORDER BY v.retained DESC, r.id
