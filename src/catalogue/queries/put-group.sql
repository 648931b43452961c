-- Puts a document into the group that its links lead to, if there is one.
-- Parameters: document. No columns.
INSERT INTO document_group (document, first)
SELECT document, first FROM document_origin WHERE document = :document AND first <> document
