-- The unit of work to be redone next.
-- No parameters. Columns: id, label; no row when there is none.
SELECT id, label FROM history WHERE state = 'undone' ORDER BY id LIMIT 1
