-- The version of a question that is retained.
-- Parameters: topic. Columns: id, kind, uuid; no row when none is.
SELECT r.id, r.kind, r.uuid
FROM version AS v JOIN record AS r ON r.id = v.record
WHERE v.topic = :topic AND v.retained
