-- Notes that all that came so far was told.
-- No parameters. No columns.
UPDATE saved_search SET told = (SELECT coalesce (max (id), 0) FROM record)
WHERE told < (SELECT coalesce (max (id), 0) FROM record)
