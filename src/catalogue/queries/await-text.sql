-- Has the text of a document taken out of its original.
-- Parameters: document, base. No columns.
INSERT INTO text_pending (document, base) VALUES (:document, :base)
ON CONFLICT (document) DO UPDATE SET base = excluded.base
