-- What a document is read for names by.
-- Parameters: document. Columns: text, language, date_last, fetched, each NULL when
-- there is none; no row when it is gone.
SELECT b.text, d.language, d.date_last, d.fetched
FROM document AS d LEFT JOIN body AS b ON b.document = d.id
WHERE d.id = :document
