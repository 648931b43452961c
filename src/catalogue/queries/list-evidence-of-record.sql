-- What a record rests on, the lists in it aside, by UUID of the extract.
-- Parameters: record. Columns: record_kind, record_uuid, extract, extract_uuid,
-- stance, credibility.
SELECT
  r.kind AS record_kind,
  r.uuid AS record_uuid,
  e.extract,
  x.uuid AS extract_uuid,
  e.stance,
  e.credibility
FROM evidence AS e
JOIN record AS r ON r.id = e.record
JOIN record AS x ON x.id = e.extract
WHERE e.record = :record
ORDER BY x.uuid
