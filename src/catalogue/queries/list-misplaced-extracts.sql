-- The extracts that are not where they say in the text that they were taken
-- from, with that text.
-- No parameters. Columns: id, quote, prefix, suffix, text.
SELECT x.id, x.quote, x.prefix, x.suffix, b.text
FROM extract AS x
JOIN document AS d ON d.id = x.document
JOIN body AS b ON b.document = x.document
WHERE (x.text_hash IS NULL OR x.text_hash = d.text_hash)
  AND (x.start < 0 OR x.end <= x.start
       OR substr (b.text, x.start + 1, x.end - x.start) IS NOT x.quote)
