-- Originals that belong to no document, not even to one that could be brought
-- back.
-- No parameters. Columns: id, always 0; detail.
SELECT 0 AS id, o.hash AS detail
FROM original AS o
WHERE NOT EXISTS (SELECT 1 FROM document WHERE hash = o.hash)
  AND NOT EXISTS (SELECT 1 FROM document_capture WHERE hash = o.hash)
  AND NOT EXISTS (
    SELECT 1 FROM history_entry
    WHERE kind = 'document' AND (instr (before, o.hash) > 0 OR instr (after, o.hash) > 0))
