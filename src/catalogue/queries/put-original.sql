-- Keeps the bytes of an original, once.
-- Parameters: hash, bytes. No columns.
INSERT INTO original (hash, bytes) VALUES (:hash, :bytes) ON CONFLICT (hash) DO NOTHING
