-- The unit of work to be undone next.
-- No parameters. Columns: id, label; no row when there is none.
SELECT id, label FROM history WHERE state = 'done' ORDER BY id DESC LIMIT 1
