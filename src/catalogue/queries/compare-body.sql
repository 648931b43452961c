-- Whether a document has this text.
-- Parameters: document, text, blocks. Columns: same; no row without a text.
SELECT text = :text AND blocks = :blocks AS same FROM body WHERE document = :document
