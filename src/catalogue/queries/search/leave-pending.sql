-- Note that the first records that waited were indexed.
-- Parameters: last, the last of them. No columns.
DELETE FROM search_pending WHERE record <= :last
