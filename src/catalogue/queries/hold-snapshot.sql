-- A row, whatever there is. While it stands on it, the connection sees the
-- database as it is at that moment, and need not lock it for every statement.
-- No parameters. Columns: one.
SELECT id AS one FROM record UNION ALL SELECT 0
