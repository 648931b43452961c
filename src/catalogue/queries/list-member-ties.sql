-- The memberships that go when a record goes, be it the dossier or the member.
-- Parameters: id. Columns: dossier, dossier_uuid, record, record_kind,
-- record_uuid.
SELECT
  m.dossier,
  d.uuid AS dossier_uuid,
  m.record,
  r.kind AS record_kind,
  r.uuid AS record_uuid
FROM member AS m
JOIN record AS d ON d.id = m.dossier
JOIN record AS r ON r.id = m.record
WHERE m.dossier = :id OR m.record = :id
