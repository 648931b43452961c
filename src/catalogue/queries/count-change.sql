-- Counts a unit of work that changed records of a kind.
-- Parameters: kind. Columns: none.
INSERT INTO change_count (kind, n) VALUES (:kind, 1)
ON CONFLICT (kind) DO UPDATE SET n = n + 1
