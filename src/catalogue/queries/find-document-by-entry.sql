-- The document of an entry of a feed.
-- Parameters: feed, entry. Columns: id; no row when there is none.
SELECT id FROM document WHERE feed = :feed AND entry = :entry ORDER BY id LIMIT 1
