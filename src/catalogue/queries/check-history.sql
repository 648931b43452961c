-- Changes of the history that cannot be read, or that say nothing.
-- No parameters. Columns: id, of the record or 0; detail.
SELECT record AS id, printf ('change %d of unit %d', position, history) AS detail
FROM history_entry
WHERE (before IS NULL AND after IS NULL)
   OR (before IS NOT NULL AND NOT json_valid (before))
   OR (after IS NOT NULL AND NOT json_valid (after))
