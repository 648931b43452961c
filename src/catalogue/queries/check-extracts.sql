-- Extracts that are not where they say in the text that they were taken from.
-- An extract of an older text of its document is not looked for.
-- No parameters. Columns: id, start, end, title of the document.
SELECT x.id, x.start, x.end, d.title
FROM extract AS x
JOIN document AS d ON d.id = x.document
JOIN body AS b ON b.document = x.document
WHERE (x.text_hash IS NULL OR x.text_hash = d.text_hash)
  AND substr (b.text, x.start + 1, x.end - x.start) IS NOT x.quote
