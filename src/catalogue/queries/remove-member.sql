-- Takes a record out of a dossier.
-- Parameters: dossier, record. No columns.
DELETE FROM member WHERE dossier = :dossier AND record = :record
