-- Note a row of the index that was added.
-- Parameters: key; NULL for many rows. No columns.
INSERT INTO search_change (key) VALUES (:key)
