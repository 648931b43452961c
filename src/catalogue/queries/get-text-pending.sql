-- What the text of a document is to be taken out of.
-- Parameters: document. Columns: base; hash; bytes, NULL when they were not kept; no row
-- when its text does not wait.
SELECT p.base, d.hash, o.bytes
FROM text_pending AS p
JOIN document AS d ON d.id = p.document
LEFT JOIN original AS o ON o.hash = d.hash
WHERE p.document = :document
