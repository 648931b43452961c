-- The document with an address.
-- Parameters: url. Columns: id; no row when there is none.
SELECT id FROM document WHERE url = :url ORDER BY id LIMIT 1
