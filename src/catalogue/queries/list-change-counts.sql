-- How often records of each kind were changed.
-- No parameters. Columns: kind, n.
SELECT kind, n FROM change_count
