-- The text of a document.
-- Parameters: document. Columns: text, blocks; no row when it has none.
SELECT text, blocks FROM body WHERE document = :document
