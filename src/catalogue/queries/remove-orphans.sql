-- Removes the originals that check-orphan.sql finds.
-- No parameters. Columns: none.
DELETE FROM original
WHERE NOT EXISTS (SELECT 1 FROM document WHERE hash = original.hash)
  AND NOT EXISTS (SELECT 1 FROM document_capture WHERE hash = original.hash)
  AND NOT EXISTS (
    SELECT 1 FROM history_entry
    WHERE kind = 'document' AND (instr (before, original.hash) > 0 OR instr (after, original.hash) > 0))
