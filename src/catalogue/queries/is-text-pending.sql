-- Whether the text of a document is still to be taken out of the original of a hash.
-- Parameters: document, hash. Columns: id; no row when it is not.
SELECT p.document AS id
FROM text_pending AS p
JOIN document AS d ON d.id = p.document
WHERE p.document = :document AND d.hash IS :hash
