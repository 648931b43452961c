-- The versions of the question that a record answers, itself among them, by UUID.
-- Parameters: record. Columns: id, kind, uuid, topic, retained.
SELECT r.id, r.kind, r.uuid, v.topic, v.retained
FROM version AS v JOIN record AS r ON r.id = v.record
WHERE v.topic = (SELECT topic FROM version WHERE record = :record)
ORDER BY r.uuid
