-- Documents whose text is still to be taken out of their original.
-- Parameters: limit. Columns: id; base; lead; hash, of the original; bytes,
-- NULL when they were not kept.
SELECT p.document AS id, p.base, d.lead, d.hash, o.bytes
FROM text_pending AS p
JOIN document AS d ON d.id = p.document
LEFT JOIN original AS o ON o.hash = d.hash
ORDER BY p.document
LIMIT :limit
