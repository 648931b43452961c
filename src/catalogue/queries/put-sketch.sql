-- What a document is found by among those that are like it.
-- Parameters: document, marks. No columns.
INSERT INTO sketch (document, marks) VALUES (:document, :marks)
