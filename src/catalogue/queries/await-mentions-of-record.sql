-- The documents that name a record are to be read for names again.
-- Parameters: record. No columns.
INSERT INTO mention_pending (document)
SELECT DISTINCT document FROM mention WHERE record = :record
ON CONFLICT (document) DO NOTHING
