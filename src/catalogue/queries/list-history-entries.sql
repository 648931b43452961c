-- What a unit of work changed.
-- Parameters: history. Columns: record, kind, before, after.
SELECT record, kind, before, after FROM history_entry WHERE history = :history ORDER BY position
