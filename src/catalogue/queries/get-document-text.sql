-- What a document is compared with others and read for names by.
-- Parameters: document. Columns: text, language, date_last, fetched, each NULL when there
-- is none; withdrawn; is_linked, whether it has links, by which what was found or said of
-- it is known; is_unnamed, whether it waits to be read for names; no row when it is gone.
SELECT
  b.text, d.language, d.date_last, d.fetched, r.withdrawn,
  EXISTS (SELECT 1 FROM document_link AS l WHERE l.owner = r.id) AS is_linked,
  EXISTS (SELECT 1 FROM mention_pending AS p WHERE p.document = r.id) AS is_unnamed
FROM record AS r
JOIN document AS d ON d.id = r.id
LEFT JOIN body AS b ON b.document = r.id
WHERE r.id = :document
