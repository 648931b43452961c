-- The evidence that goes when a record goes, be it the record or the extract.
-- Parameters: id. Columns: record, record_kind, record_uuid, extract,
-- extract_uuid, stance, credibility.
SELECT
  e.record,
  r.kind AS record_kind,
  r.uuid AS record_uuid,
  e.extract,
  x.uuid AS extract_uuid,
  e.stance,
  e.credibility
FROM evidence AS e
JOIN record AS r ON r.id = e.record
JOIN record AS x ON x.id = e.extract
WHERE e.record = :id OR e.extract = :id
