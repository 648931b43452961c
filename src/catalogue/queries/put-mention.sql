-- Stores what a document names at one place of its text.
-- Parameters: document, start, end, kind, record, name, known. No columns.
INSERT INTO mention (document, start, end, kind, record, name, known)
VALUES (:document, :start, :end, :kind, (SELECT id FROM record WHERE id = :record), :name, :known)
