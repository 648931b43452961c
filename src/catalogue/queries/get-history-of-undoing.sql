-- The unit by which another was undone last.
-- Parameters: history. Columns: id; no row when that was not kept.
SELECT id FROM history WHERE undoes = :history ORDER BY id DESC LIMIT 1
