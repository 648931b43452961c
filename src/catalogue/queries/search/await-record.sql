-- Asks for a record to be indexed, unless it is a feed.
-- Parameters: record. No columns.
INSERT INTO search_pending (record)
SELECT id FROM record WHERE id = :record AND kind <> 'feed'
ON CONFLICT (record) DO NOTHING
