-- Documents whose blocks do not fit their text.
-- No parameters. Columns: id, detail.
SELECT d.id, d.title AS detail
FROM document AS d JOIN body AS b ON b.document = d.id
WHERE NOT fits_blocks (b.blocks, b.text)
