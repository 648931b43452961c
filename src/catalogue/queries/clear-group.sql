-- Takes a document out of its group.
-- Parameters: document. No columns.
DELETE FROM document_group WHERE document = :document
