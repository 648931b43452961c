-- What is shown of a document, or of the one that an extract is from, beside
-- the words that were found.
-- Parameters: id, of either. Columns: title, date, date_text, fetched, source_fr, source_en,
-- withdrawn (of the record itself), lead, text; text is NULL when it has none.
SELECT d.title, d.date, d.date_text, d.fetched, s.name_fr AS source_fr, s.name_en AS source_en, r.withdrawn, d.lead, b.text
FROM record AS r
JOIN document AS d ON d.id = iif (r.kind = 'extract', (SELECT document FROM extract WHERE id = r.id), r.id)
LEFT JOIN source AS s ON s.id = d.source
LEFT JOIN body AS b ON b.document = d.id AND r.kind = 'document'
WHERE r.id = :id
