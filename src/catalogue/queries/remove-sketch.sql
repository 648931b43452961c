-- A document is found no more by those that are like it.
-- Parameters: document. No columns.
DELETE FROM sketch WHERE document = :document
