-- The documents whose words are not in the full-text index yet are to be read for
-- names again.
-- No parameters, no columns.
INSERT INTO mention_pending (document)
SELECT b.document FROM search_pending AS p JOIN body AS b ON b.document = p.record
WHERE true
ON CONFLICT (document) DO NOTHING
