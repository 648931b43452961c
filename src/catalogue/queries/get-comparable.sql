-- What a document is compared with others by: its text, which one that was withdrawn has
-- none of, and whether it has links, by which what was found or said of it is known.
-- Parameters: document. Columns: text (null for none), is_linked; no row when it is gone.
SELECT
  CASE WHEN NOT r.withdrawn THEN (SELECT b.text FROM body AS b WHERE b.document = r.id) END AS text,
  EXISTS (SELECT 1 FROM document_link AS l WHERE l.owner = r.id) AS is_linked
FROM record AS r WHERE r.id = :document
