-- Whether any merge holds.
-- No parameters. Columns: found.
SELECT EXISTS (SELECT 1 FROM merge_in_force) AS found
