-- Changes of the history that cannot be read, or that say nothing: a record that
-- was added needs no copy, but a tie is told by one side at least.
-- No parameters. Columns: id, of the record or 0; detail.
SELECT record AS id, printf ('change %d of unit %d', position, history) AS detail
FROM history_entry
WHERE (before IS NULL AND after IS NULL AND kind IN ('evidence', 'member', 'version'))
   OR (before IS NOT NULL AND NOT json_valid (before))
   OR (after IS NOT NULL AND NOT json_valid (after))
