-- What a unit of work changed, as it was done or the other way round.
-- Parameters: history; direction, 1 or -1. Columns: record, kind, before, after.
SELECT record, kind, before, after FROM history_entry WHERE history = :history ORDER BY position * :direction
