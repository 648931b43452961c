-- The documents that name by this name what was no record are to be read for names
-- again.
-- Parameters: name. No columns.
INSERT INTO mention_pending (document)
SELECT DISTINCT document FROM mention WHERE record IS NULL AND kind <> 'date' AND name = :name
ON CONFLICT (document) DO NOTHING
