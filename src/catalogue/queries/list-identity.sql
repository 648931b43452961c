-- Every record there is, in the order of their UUIDs.
-- No parameters. Columns: id, kind, uuid.
SELECT id, kind, uuid FROM record ORDER BY uuid
