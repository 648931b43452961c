-- The records that make up a dossier, by their UUID.
-- Parameters: dossier. Columns: dossier_uuid, record, record_kind, record_uuid.
SELECT
  d.uuid AS dossier_uuid,
  m.record,
  r.kind AS record_kind,
  r.uuid AS record_uuid
FROM member AS m
JOIN record AS d ON d.id = m.dossier
JOIN record AS r ON r.id = m.record
WHERE m.dossier = :dossier
ORDER BY r.uuid
