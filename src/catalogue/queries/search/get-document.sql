-- What is searched of a document.
-- Parameters: id. Columns: title, byline, reference_fr, reference_en, lead, language, text; text
-- is NULL when it has none.
SELECT d.title, d.byline, d.reference_fr, d.reference_en, d.lead, d.language, b.text
FROM document AS d LEFT JOIN body AS b ON b.document = d.id
WHERE d.id = :id
