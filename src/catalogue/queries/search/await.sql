-- Asks for all records to be indexed.
-- No parameters. No columns.
INSERT OR IGNORE INTO search_pending (record) SELECT id FROM record WHERE kind <> 'feed'
