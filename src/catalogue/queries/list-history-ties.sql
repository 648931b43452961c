-- What a unit of work did to the ties of one kind of a record.
-- Parameters: history; record; kind, "evidence", "member" or "version". Columns:
-- before, after.
SELECT before, after
FROM history_entry
WHERE +history = :history AND record = :record AND kind = :kind
ORDER BY position
