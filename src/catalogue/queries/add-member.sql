-- Makes a record a part of a dossier.
-- Parameters: dossier, record. No columns.
INSERT INTO member (dossier, record) VALUES (:dossier, :record) ON CONFLICT DO NOTHING
