-- Adds a row to the full-text index.
-- Parameters: key, title, body. No columns.
INSERT INTO search (rowid, title, body) VALUES (:key, :title, :body)
