-- Stores the text of a document.
-- Parameters: document, text, blocks. No columns.
INSERT INTO body (document, text, blocks)
VALUES (:document, :text, :blocks)
ON CONFLICT (document) DO UPDATE SET
  text = excluded.text,
  blocks = excluded.blocks
