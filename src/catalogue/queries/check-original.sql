-- Originals whose bytes are not those of their hash.
-- No parameters. Columns: id, of the document or 0; detail.
SELECT
  coalesce (
    (SELECT min (id) FROM document WHERE hash = o.hash),
    (SELECT min (owner) FROM document_capture WHERE hash = o.hash), 0) AS id,
  o.hash AS detail
FROM original AS o
WHERE o.hash IS NOT sha256 (o.bytes)
