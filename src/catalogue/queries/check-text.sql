-- Documents whose text is not the one that they say was stored.
-- No parameters. Columns: id, detail.
SELECT d.id, d.title AS detail
FROM document AS d JOIN body AS b ON b.document = d.id
WHERE d.text_hash IS NOT sha256 (b.text)
